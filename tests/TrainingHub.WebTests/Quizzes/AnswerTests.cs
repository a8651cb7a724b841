using System.Globalization;
using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using TrainingHub.Seeds;

namespace TrainingHub.WebTests.Quizzes;

public abstract class AnswerTests(WebApp app)
{
    [Fact]
    public async Task Gives_each_answer_a_receipt_with_the_servers_time()
    {
        using var browser = await app.LearnerAsync(SmallWorld.Principal);
        var path = await browser.StartAsync();
        app.Clock.Move(TimeSpan.FromSeconds(123));

        using var answer = await browser.AnswerAsync(path, 3, 1, "B");

        var receipt = await answer.ReceiptAsync();
        var clock = app.Clock.GetUtcNow().ToOffset(TimeSpan.FromHours(8)).ToString("HH:mm:ss", CultureInfo.InvariantCulture);
        Assert.Equal(new QuizSteps.Receipt(3, 1, "B", clock, false, true, 30 * 60 - 123), receipt);
        Assert.Contains($"已保存 {receipt.SavedAt}", await browser.ReadAsync(path), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_version_twice_is_one_entry_with_the_first_receipt()
    {
        using var browser = await app.LearnerAsync(SmallWorld.Teacher);
        var path = await browser.StartAsync();

        using var first = await browser.AnswerAsync(path, 1, 1, "A");
        app.Clock.Move(TimeSpan.FromSeconds(5));
        using var second = await browser.AnswerAsync(path, 1, 1, "A");

        Assert.Equal((await first.ReceiptAsync()).SavedAt, (await second.ReceiptAsync()).SavedAt);
        var attempt = await app.AttemptAsync(SmallWorld.Teacher);
        Assert.Equal(1, await app.WithDbAsync(db => db.AnswerEntries.CountAsync(entry => entry.AttemptId == attempt.Id)));
    }

    [Fact]
    public async Task A_version_that_another_device_has_used_is_a_conflict_with_the_newest_answer()
    {
        using var browser = await app.LearnerAsync(SmallWorld.Responsible);
        var path = await browser.StartAsync();
        await browser.AnswerAsync(path, 1, 1, "A");
        await browser.AnswerAsync(path, 1, 4, "B");

        using var same = await browser.AnswerAsync(path, 1, 4, "C");
        using var lower = await browser.AnswerAsync(path, 1, 3, "C");
        using var lowerButAgreeing = await browser.AnswerAsync(path, 1, 2, "B");
        using var resent = await browser.AnswerAsync(path, 1, 1, "A");

        Assert.Equal(HttpStatusCode.Conflict, same.StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, lower.StatusCode);
        Assert.Equal((4, "B"), ((await lower.ReceiptAsync()).Version, (await lower.ReceiptAsync()).Choice));
        Assert.Equal((4, "B"), ((await lowerButAgreeing.ReceiptAsync()).Version, (await lowerButAgreeing.ReceiptAsync()).Choice));
        Assert.Equal(HttpStatusCode.OK, resent.StatusCode);
        Assert.Contains("data-version=\"4\" data-choice=\"B\"", await browser.ReadAsync(path), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1, 1, "Z", HttpStatusCode.UnprocessableEntity)]
    [InlineData(1, 1, "AA", HttpStatusCode.UnprocessableEntity)]
    [InlineData(1, 1, "a", HttpStatusCode.UnprocessableEntity)]
    [InlineData(1, 1, "AB", HttpStatusCode.UnprocessableEntity)]
    [InlineData(1, 0, "A", HttpStatusCode.UnprocessableEntity)]
    [InlineData(1, 1, "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", HttpStatusCode.UnprocessableEntity)]
    [InlineData(21, 1, "A", HttpStatusCode.NotFound)]
    [InlineData(-1, 1, "A", HttpStatusCode.NotFound)]
    public async Task Refuses_what_is_no_answer_to_the_item(int item, int version, string choice, HttpStatusCode status)
    {
        using var browser = await app.LearnerAsync(SmallWorld.CityOfficer);
        var path = await browser.StartAsync();

        using var answer = await browser.AnswerAsync(path, item, version, choice);

        Assert.Equal(status, answer.StatusCode);
    }

    [Fact]
    public async Task Refuses_an_answer_without_an_anti_forgery_token()
    {
        using var browser = await app.LearnerAsync(SmallWorld.CityOfficer);
        using var stranger = await app.SignInAsync(SmallWorld.LinxiOfficer);
        var path = await browser.StartAsync();
        // That a token was right once helps nobody who does not send it, nor anybody else who does.
        using var right = await browser.AnswerAsync(path, 1, 1, "A");
        using var strangers = await stranger.AnswerAsync(path, 1, 1, "A");
        var token = right.RequestMessage!.Headers.GetValues("X-Csrf-Token").Single();

        using var without = await PutAsync(browser, $"{path}/answers/1", null);
        using var another = await PutAsync(browser, $"{path}/answers/1", strangers.RequestMessage!.Headers.GetValues("X-Csrf-Token").Single());
        using var borrowed = await PutAsync(stranger, $"{path}/answers/1", token);
        using var noJson = await PutAsync(browser, $"{path}/answers/1", token, "text/plain");
        using var broken = await PutAsync(browser, $"{path}/answers/1", token);

        // The attempt may be in another test's browser; the token was right all the same.
        Assert.NotEqual(HttpStatusCode.BadRequest, right.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, strangers.StatusCode);
        Assert.All([without, another, borrowed], answer => Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode));
        Assert.Equal((HttpStatusCode.UnsupportedMediaType, HttpStatusCode.UnprocessableEntity), (noJson.StatusCode, broken.StatusCode));
    }

    [Fact]
    public async Task Without_script_the_whole_form_gives_every_answer_its_receipt()
    {
        using var browser = await app.LearnerAsync(SmallWorld.VicePrincipal);
        var path = await browser.StartAsync();

        using var saved = await browser.PostAsync($"{path}/answers", Sheet(("1", "0", "", ["A"]), ("2", "0", "", []), ("9", "0", "", ["C", "A"])));
        var page = await browser.ReadAsync(path);
        using var toReview = await browser.PostAsync($"{path}/answers", [.. Sheet(("1", "1", "A", ["B"]), ("9", "1", "AC", ["A", "C"])), new("then", "review")]);

        Assert.Equal(path, saved.Headers.Location?.OriginalString);
        Assert.Equal(2, page.Split("已保存 ").Length - 1);
        Assert.Equal($"{path}/review", toReview.Headers.Location?.OriginalString);
        var attempt = await app.AttemptAsync(SmallWorld.VicePrincipal);
        var log = await app.WithDbAsync(db => db.AnswerEntries.Where(e => e.AttemptId == attempt.Id).OrderBy(e => e.Item).ThenBy(e => e.Version).Select(e => $"{e.Item}/{e.Version}{e.Choice}").ToListAsync());
        Assert.Equal(["1/1A", "1/2B", "9/1AC"], log);
    }

    [Fact]
    public async Task Without_script_a_newer_answer_of_another_device_is_not_overwritten()
    {
        using var browser = await app.LearnerAsync(SmallWorld.BinhePrincipal);
        var path = await browser.StartAsync();
        await browser.AnswerAsync(path, 1, 1, "A");

        using var answer = await browser.PostAsync($"{path}/answers", Sheet(("1", "0", "", ["B"]), ("2", "0", "", ["B"])));

        var page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Contains("这里选的B没有保存", page, StringComparison.Ordinal);
        Assert.Equal(2, page.Split("已保存 ").Length - 1);
    }

    [Fact]
    public async Task The_clock_is_the_servers()
    {
        using var browser = await app.LearnerAsync(SmallWorld.WangchuanPrincipal);
        var path = await browser.StartAsync();
        app.Clock.Move(TimeSpan.FromMinutes(6.5));

        var clock = JsonDocument.Parse(await browser.ReadAsync($"{path}/clock")).RootElement;

        Assert.Equal(23.5 * 60, clock.GetProperty("secondsLeft").GetDouble());
        Assert.Contains("data-seconds-left=\"1410\"", await browser.ReadAsync(path), StringComparison.Ordinal);
        await browser.HandInAsync(path);
        Assert.False(JsonDocument.Parse(await browser.ReadAsync($"{path}/clock")).RootElement.GetProperty("isOpen").GetBoolean());
        using var after = await browser.AnswerAsync(path, 1, 1, "A");
        Assert.True((await after.ReceiptAsync()).Late);
    }

    private static Task<HttpResponseMessage> PutAsync(TestBrowser browser, string path, string? token, string kind = "application/json")
    {
        var request = new HttpRequestMessage(HttpMethod.Put, new Uri(path, UriKind.Relative)) { Content = new StringContent("{\"version\":", System.Text.Encoding.UTF8, kind) };
        if (token is not null)
        {
            request.Headers.Add("X-Csrf-Token", token);
        }

        return browser.Http.SendAsync(request);
    }

    private static KeyValuePair<string, string>[] Sheet(params (string Item, string Version, string Shown, string[] Chosen)[] answers) =>
    [
        .. answers.SelectMany(answer => (IEnumerable<KeyValuePair<string, string>>)
        [
            new($"version-{answer.Item}", answer.Version),
            new($"shown-{answer.Item}", answer.Shown),
            .. answer.Chosen.Select(letter => KeyValuePair.Create($"choice-{answer.Item}", letter)),
        ]),
    ];
}

public sealed class AnswersOnSqlite(SqliteApp app) : AnswerTests(app), IClassFixture<SqliteApp>;

public sealed class AnswersOnPostgres(PostgresApp app) : AnswerTests(app), IClassFixture<PostgresApp>;
