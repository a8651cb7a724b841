using System.Net;
using Microsoft.Extensions.DependencyInjection;
using TrainingHub.People.Imports;

namespace TrainingHub.WebTests.People.Imports;

/// <summary>Uploads rosters and does the background work of their import, step by step.</summary>
internal static class Roster
{
    public const string School = "临溪区第三十二中学";

    /// <summary>The mark of the preview that a page shows.</summary>
    public static string Version(string page) => page.Split("name=\"Version\" value=\"")[1].Split('"')[0];

    extension(WebApp app)
    {
        /// <summary>Works until nothing is left, or so many steps.</summary>
        public async Task WorkAsync(int steps = int.MaxValue)
        {
            while (steps-- > 0 && await app.InsideAsync(async services =>
            {
                var work = services.GetRequiredService<ImportWork>();
                return await work.TakeAsync("test", default) is { } id && (await work.StepAsync(id, default) || await work.IsWaitingAsync("test", default));
            }))
            {
                // The condition does the work.
            }
        }
    }

    extension(TestBrowser browser)
    {
        public Task<HttpResponseMessage> UploadRosterAsync(
            byte[] bytes, string unit = School, bool includesBelow = true, string mode = "Incremental", string day = "2026-10-15", string name = "名册.xlsx", string moreUnits = "") =>
            browser.UploadAsync("/people/imports", "File", name, bytes, new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["Unit"] = unit,
                ["MoreUnits"] = moreUnits,
                ["IncludesBelow"] = includesBelow ? "true" : "false",
                ["Mode"] = mode,
                ["EffectiveDay"] = day,
                ["PresumedStart"] = "2026-09-01",
            });

        /// <summary>Uploads and compares; the address of the import.</summary>
        public async Task<string> PreviewAsync(WebApp app, byte[] bytes, string unit = School, string mode = "Incremental", string day = "2026-10-15", string moreUnits = "")
        {
            using var answer = await browser.UploadRosterAsync(bytes, unit, mode: mode, day: day, moreUnits: moreUnits);
            Assert.True(answer.StatusCode == HttpStatusCode.Redirect, WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()));
            await app.WorkAsync();
            return answer.Headers.Location!.OriginalString;
        }

        public async Task<HttpResponseMessage> ConfirmAsync(string address, bool hasChecked = false, int? absent = null)
        {
            var page = await browser.ReadAsync(address);
            var version = Version(page);
            return await browser.PostAsync($"{address}/application", new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["Version"] = version,
                ["HasCheckedRefused"] = hasChecked ? "true" : "false",
                ["AbsentPeople"] = absent?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "",
            });
        }

        /// <summary>Uploads, compares and writes.</summary>
        public async Task<string> ImportAsync(WebApp app, byte[] bytes, string unit = School, string mode = "Incremental")
        {
            var address = await browser.PreviewAsync(app, bytes, unit, mode);
            using var answer = await browser.ConfirmAsync(address, hasChecked: true);
            Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
            await app.WorkAsync();
            return address;
        }
    }

    /// <summary>How many rows the preview says have a verdict.</summary>
    public static int Count(string page, string tab) =>
        int.Parse(page.Split($"data-count=\"{tab}\">")[1].Split('<')[0].Replace(",", "", StringComparison.Ordinal), System.Globalization.CultureInfo.InvariantCulture);
}
