using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TrainingHub.Contests;
using TrainingHub.Seeds;
using TrainingHub.Storage;

namespace TrainingHub.WebTests.Contests;

/// <summary>What tests of contests do over and over.</summary>
internal static partial class ContestSteps
{
    extension(TestBrowser host)
    {
        /// <summary>A draft with questions of the fire-safety course, as the fields say; its code.</summary>
        public async Task<string> DraftContestAsync(Dictionary<string, string>? fields = null)
        {
            using var answer = await host.PostAsync("/contests", ContestFields(fields));
            Assert.True(answer.StatusCode == HttpStatusCode.Redirect, await answer.Content.ReadAsStringAsync());
            return answer.Headers.Location!.OriginalString.Split('/')[2];
        }

        /// <summary>A contest that can be joined; its code.</summary>
        public async Task<string> ContestAsync(Dictionary<string, string>? fields = null)
        {
            var code = await host.DraftContestAsync(fields);
            using var prepared = await host.PostAsync($"/contests/{code}/settings/preparation", new() { ["version"] = "1" });
            Assert.True(prepared.StatusCode == HttpStatusCode.Redirect, await prepared.Content.ReadAsStringAsync());
            return code;
        }

        /// <summary>A step after what the host's page shows now.</summary>
        public async Task<HttpResponseMessage> TryStepAsync(string code, ContestEntryKind kind, int? item = null, Dictionary<string, string>? others = null)
        {
            var after = Number().Match(await host.ReadAsync($"/contests/{code}/host")).Groups[1].Value;
            var fields = new Dictionary<string, string>(others ?? [], StringComparer.Ordinal) { ["Kind"] = kind.ToString(), ["After"] = after };
            if (item is { } number)
            {
                fields["Item"] = number.ToString(CultureInfo.InvariantCulture);
            }

            return await host.PostAsync($"/contests/{code}/steps", fields);
        }

        public async Task StepAsync(string code, ContestEntryKind kind, int? item = null, Dictionary<string, string>? others = null)
        {
            using var answer = await host.TryStepAsync(code, kind, item, others);
            Assert.True(answer.StatusCode == HttpStatusCode.Redirect, $"{kind}: {(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
        }

        /// <summary>Takes a seat, as who is signed in or as a guest.</summary>
        public async Task<HttpResponseMessage> TryJoinAsync(string code, string? place = null, string? name = null, string? token = null, string? team = null)
        {
            var path = $"/contests/{code}";
            var page = await host.ReadAsync(path);
            var fields = new Dictionary<string, string>(StringComparer.Ordinal) { ["Token"] = token ?? SeatToken().Match(page).Groups[1].Value };
            foreach (var (field, value) in new[] { ("Place", place), ("Name", name), ("Team", team) })
            {
                if (value is not null)
                {
                    fields[field] = value;
                }
            }

            return await host.PostAsync($"{path}/seats", fields, tokenFrom: path);
        }

        public async Task JoinAsync(string code, string? place = null, string? name = null)
        {
            using var answer = await host.TryJoinAsync(code, place, name);
            Assert.True(answer.StatusCode == HttpStatusCode.Redirect, await answer.Content.ReadAsStringAsync());
        }

        /// <summary>An answer as the phone sends it.</summary>
        public async Task<HttpResponseMessage> AnswerContestAsync(string code, int item, string choice, string? id = null, int roundTrip = 0, string? token = null)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, new Uri($"/contests/{code}/answers", UriKind.Relative))
            {
                Content = JsonContent.Create(new { item, choice, id = id ?? Guid.NewGuid().ToString("N"), roundTrip }),
            };
            request.Headers.Add("X-Csrf-Token", token ?? await host.PlayTokenAsync(code));
            return await host.Http.SendAsync(request);
        }

        public async Task<string> PlayTokenAsync(string code) => PlayToken().Match(await host.ReadAsync($"/contests/{code}")).Groups[1].Value;

        public async Task<JsonElement> JsonAsync(string path) => JsonDocument.Parse(await host.Http.GetStringAsync(new Uri(path, UriKind.Relative))).RootElement;
    }

    extension(WebApp app)
    {
        public Task<ContestRoom> RoomAsync(string code) => app.InsideAsync(async services =>
        {
            var id = await services.GetRequiredService<Db>().Contests.Where(contest => contest.Code == code).Select(contest => contest.Id).SingleAsync();
            return await services.GetRequiredService<ContestRooms>().FindAsync(id, default) ?? throw new InvalidOperationException("The contest was not prepared.");
        });

        /// <summary>The letters that are right, question by question.</summary>
        public async Task<IReadOnlyList<string>> KeysAsync(string code) => [.. (await app.RoomAsync(code)).Cards.Select(card => card.Right)];

        public Task<List<ContestEntry>> LogAsync(string code) => app.WithDbAsync(async db =>
        {
            var id = await db.Contests.Where(contest => contest.Code == code).Select(contest => contest.Id).SingleAsync();
            return await db.ContestEntries.AsNoTracking().Where(entry => entry.ContestId == id).OrderBy(entry => entry.Number).ToListAsync();
        });
    }

    public static Dictionary<string, string> ContestFields(Dictionary<string, string>? others = null)
    {
        var fields = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["Title"] = "消防知识竞赛",
            ["Organization"] = WorldIds.CodeOf(SmallWorld.Linxi),
            ["Courses"] = "fire-safety",
            ["Single"] = "2",
            ["Multiple"] = "1",
            ["TrueFalse"] = "0",
            ["Seconds"] = "20",
            ["Points"] = "10",
            ["WrongPoints"] = "0",
            ["StreakPoints"] = "0",
            ["AllowsGuests"] = "true",
        };
        foreach (var (name, value) in others ?? [])
        {
            fields[name] = value;
        }

        return fields;
    }

    /// <summary>An option that is not right.</summary>
    public static string Wrong(string right) => right is "A" ? "B" : "A";

    [GeneratedRegex("data-number=\"(\\d+)\"")]
    private static partial Regex Number();

    [GeneratedRegex("name=\"Token\" value=\"([^\"]+)\"")]
    private static partial Regex SeatToken();

    [GeneratedRegex("data-token=\"([^\"]+)\"")]
    private static partial Regex PlayToken();
}
