using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Text.RegularExpressions;
using TrainingHub.Contests;
using TrainingHub.Seeds;

namespace TrainingHub.WebTests.Contests;

/// <summary>Two processes on one PostgreSQL with the players of one contest split between them; one is killed in the middle of a question and the contest goes on.</summary>
public sealed partial class SeveralProcessesContestTests(PostgresApp app) : IClassFixture<PostgresApp>
{
    private const int Players = 8;

    [Fact]
    public async Task One_is_killed_and_the_contest_goes_on()
    {
        // The other processes go by the machine's clock.
        app.Clock.MoveTo(TimeProvider.System.GetUtcNow());
        using var host = await app.SignInAsync(SmallWorld.LinxiOfficer);
        var code = await host.ContestAsync(new() { ["Seconds"] = "300" });
        var keys = await app.KeysAsync(code);
        // Both at once: most of starting is waiting.
        var starting = RunningApp.StartAsync(app);
        await using var second = await RunningApp.StartAsync(app);
        var first = await starting;
        var browsers = new List<HttpClient>();
        for (var place = 1; place <= Players; place++)
        {
            browsers.Add(await JoinAsync(place % 2 == 0 ? second : first, code, place));
        }

        app.Clock.MoveTo(TimeProvider.System.GetUtcNow());
        // The host's process is a third one, which follows what the two write.
        await host.StepAsync(code, ContestEntryKind.Opened, 1);
        await SeenAsync(browsers[0], code, "Open");
        await SeenAsync(browsers[1], code, "Open");
        var before = await Task.WhenAll(browsers.Take(4).Select(browser => AnswerAsync(browser, code, 1, keys[0])));
        var onTheirWay = browsers.Where((_, at) => at >= 4 && at % 2 == 0).Select(browser => Record.ExceptionAsync(() => AnswerAsync(browser, code, 1, keys[0]))).ToList();
        await first.KillAsync();
        await Task.WhenAll(onTheirWay);
        var after = await Task.WhenAll(browsers.Where((_, at) => at >= 4 && at % 2 == 1).Select(browser => AnswerAsync(browser, code, 1, keys[0])));

        // Who was on the killed one comes back on the other with the same token.
        await using var third = await RunningApp.StartAsync(app, first.Address);
        var back = await Task.WhenAll(browsers.Where((_, at) => at >= 4 && at % 2 == 0).Select(browser => AnswerAsync(browser, code, 1, keys[0])));
        await host.StepAsync(code, ContestEntryKind.Locked, 1);
        await host.StepAsync(code, ContestEntryKind.Revealed, 1);
        await SeenAsync(browsers[1], code, "Revealed");

        var log = await app.LogAsync(code);
        Assert.Equal(Enumerable.Range(1, log.Count), log.Select(entry => entry.Number));
        Assert.All(before.Concat(after), number => Assert.Single(log, entry => entry.Number == number && entry.Kind is ContestEntryKind.Answered));
        Assert.All(back, number => Assert.Single(log, entry => entry.Number == number));
        Assert.Equal(Players, log.Count(entry => entry.Kind is ContestEntryKind.Answered));
        Assert.All(ContestState.Of(log).Ranking, line => Assert.Equal((1, 10), (line.Rank, line.Points)));
        browsers.ForEach(browser => browser.Dispose());
        await first.DisposeAsync();
    }

    private static async Task<HttpClient> JoinAsync(RunningApp process, string code, int place)
    {
        var browser = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = new Uri(process.Address) };
        var page = await browser.GetStringAsync(new Uri($"/contests/{code}", UriKind.Relative));
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["Token"] = SeatToken().Match(page).Groups[1].Value,
            ["Place"] = $"{place}",
            ["Name"] = $"来宾{place}",
            ["__RequestVerificationToken"] = FormToken().Match(page).Groups[1].Value,
        });
        using var answer = await browser.PostAsync(new Uri($"/contests/{code}/seats", UriKind.Relative), form);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return browser;
    }

    private static async Task<int> AnswerAsync(HttpClient browser, string code, int item, string choice)
    {
        var page = await browser.GetStringAsync(new Uri($"/contests/{code}", UriKind.Relative));
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri($"/contests/{code}/answers", UriKind.Relative)) { Content = JsonContent.Create(new { item, choice, id = "once", roundTrip = 0 }) };
        request.Headers.Add("X-Csrf-Token", PlayToken().Match(page).Groups[1].Value);
        using var answer = await browser.SendAsync(request);
        Assert.True(answer.StatusCode == HttpStatusCode.OK, await answer.Content.ReadAsStringAsync());
        return (await answer.Content.ReadFromJsonAsync<System.Text.Json.JsonElement>()).GetProperty("number").GetInt32();
    }

    private static async Task SeenAsync(HttpClient browser, string code, string phase)
    {
        var patience = Stopwatch.StartNew();
        while (!(await browser.GetStringAsync(new Uri($"/contests/{code}/state?after=-1", UriKind.Relative))).Contains($"\"phase\":\"{phase}\"", StringComparison.Ordinal))
        {
            Assert.True(patience.Elapsed < TimeSpan.FromSeconds(20), $"Nobody was told that it is {phase}.");
            await Task.Delay(50);
        }
    }

    [GeneratedRegex("name=\"Token\" value=\"([^\"]+)\"")]
    private static partial Regex SeatToken();

    [GeneratedRegex("data-token=\"([^\"]+)\"")]
    private static partial Regex PlayToken();

    [GeneratedRegex("name=\"__RequestVerificationToken\" type=\"hidden\" value=\"([^\"]+)\"")]
    private static partial Regex FormToken();
}
