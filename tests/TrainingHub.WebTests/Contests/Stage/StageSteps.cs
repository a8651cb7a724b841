using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using TrainingHub.Contests;
using TrainingHub.Contests.Stage;
using TrainingHub.Seeds;

namespace TrainingHub.WebTests.Contests.Stage;

/// <summary>What tests of contests on a stage do over and over.</summary>
internal static partial class StageSteps
{
    // Every public page with a form has one.
    private const string TokenPage = "/account/session";

    extension(TestBrowser browser)
    {
        /// <summary>A contest that is open; its code.</summary>
        public async Task<string> StageAsync(params StageRound[] rounds)
        {
            var code = await browser.DraftStageAsync(rounds);
            using var prepared = await browser.PostAsync($"/contests/{code}/stage/settings/preparation", new() { ["version"] = "1" });
            Assert.True(prepared.StatusCode == HttpStatusCode.Redirect, await prepared.Content.ReadAsStringAsync());
            return code;
        }

        /// <summary>A draft; its code.</summary>
        public async Task<string> DraftStageAsync(params StageRound[] rounds)
        {
            using var saved = await browser.PostAsync("/contests/stages", Fields(rounds));
            Assert.True(saved.StatusCode == HttpStatusCode.Redirect, await saved.Content.ReadAsStringAsync());
            return saved.Headers.Location!.OriginalString.Split('/')[2];
        }

        /// <summary>A step after what the host's page shows now.</summary>
        public async Task<HttpResponseMessage> TryStageAsync(string code, ContestEntryKind kind, int? team = null, string? text = null, Dictionary<string, string>? others = null)
        {
            var after = Number().Match(await browser.ReadAsync($"/contests/{code}/host")).Groups[1].Value;
            var fields = new Dictionary<string, string>(others ?? [], StringComparer.Ordinal) { ["Kind"] = kind.ToString(), ["After"] = after };
            foreach (var (name, value) in new[] { ("Team", team?.ToString(CultureInfo.InvariantCulture)), ("Text", text) })
            {
                if (value is not null)
                {
                    fields[name] = value;
                }
            }

            return await browser.PostAsync($"/contests/{code}/stage/steps", fields);
        }

        public async Task StageStepAsync(string code, ContestEntryKind kind, int? team = null, string? text = null, Dictionary<string, string>? others = null)
        {
            using var answer = await browser.TryStageAsync(code, kind, team, text, others);
            Assert.True(answer.StatusCode == HttpStatusCode.Redirect, $"{kind}: {(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
        }

        /// <summary>Shows the next question and says 「开始」.</summary>
        public async Task StartAsync(string code)
        {
            await browser.StageStepAsync(code, ContestEntryKind.Asked);
            await browser.StageStepAsync(code, ContestEntryKind.Opened);
        }

        /// <summary>Takes the seat of a team by its key.</summary>
        public async Task TakeAsync(string code, string key)
        {
            var page = await browser.ReadAsync($"/contests/{code}/teams/{key}");
            using var answer = await browser.PostAsync($"/contests/{code}/teams/{key}", new() { ["token"] = SeatToken().Match(page).Groups[1].Value }, TokenPage);
            Assert.True(answer.StatusCode == HttpStatusCode.Redirect, await answer.Content.ReadAsStringAsync());
        }

        /// <summary>What a team's device sends.</summary>
        public Task<HttpResponseMessage> MoveAsync(string code, ContestEntryKind kind, int? item = null, string? choice = null, string? id = null, Dictionary<string, string>? others = null)
        {
            var fields = new Dictionary<string, string>(others ?? [], StringComparer.Ordinal) { ["Kind"] = kind.ToString(), ["Id"] = id ?? Guid.NewGuid().ToString("N") };
            foreach (var (name, value) in new[] { ("Item", item?.ToString(CultureInfo.InvariantCulture)), ("Choice", choice) })
            {
                if (value is not null)
                {
                    fields[name] = value;
                }
            }

            return browser.PostAsync($"/contests/{code}/moves", fields, TokenPage);
        }
    }

    public static Dictionary<string, string> Fields(params StageRound[] rounds)
    {
        var fields = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["preset"] = "A",
            ["Title"] = "消防舞台赛",
            ["Organization"] = WorldIds.CodeOf(SmallWorld.Linxi),
            ["Courses"] = "fire-safety",
            ["BasePoints"] = "100",
            ["NoisePoints"] = "20",
            ["CheatingPoints"] = "50",
        };
        foreach (var (at, name) in new[] { "红队", "蓝队", "绿队" }.Index())
        {
            (fields[$"Teams[{at}].Name"], fields[$"Teams[{at}].Unit"], fields[$"Teams[{at}].Members"]) = (name, $"第{at + 1}小学", "1");
        }

        foreach (var (at, round) in rounds.Index())
        {
            foreach (var (name, value) in new[]
            {
                ("Block", round.Block.ToString()), ("Questions", $"{round.Questions}"), ("Points", $"{round.Points}"), ("Seconds", $"{round.Seconds}"), ("Deducts", $"{round.Deducts}"),
                ("FalseStartPoints", $"{round.FalseStartPoints}"), ("MayName", $"{round.MayName}"), ("GoesToAudience", $"{round.GoesToAudience}"),
            })
            {
                fields[$"Rounds[{at}].{name}"] = value;
            }
        }

        return fields;
    }

    [GeneratedRegex("data-number=\"(\\d+)\"")]
    private static partial Regex Number();

    [GeneratedRegex("name=\"token\" value=\"([^\"]+)\"")]
    private static partial Regex SeatToken();
}
