using System.Net;
using Microsoft.EntityFrameworkCore;
using TrainingHub.Questions;
using TrainingHub.Seeds;
using static TrainingHub.WebTests.QuestionBanks.BankActions;

namespace TrainingHub.WebTests.QuestionBanks;

/// <summary>What became of each question of a change of many, and the way back.</summary>
public abstract class ChangesTests(WebApp app)
{
    [Fact]
    public async Task A_change_of_many_says_of_each_question_what_became_of_it_and_is_undone_where_nobody_touched_it_since()
    {
        using var author = await app.SignInAsync(SmallWorld.LinxiOfficer);
        var (draft, touched, retired) = (await author.WriteAsync("撤销甲多久检查一次？", Linxi), await author.WriteAsync("撤销乙由谁检查签字？", Linxi), await author.WriteAsync("撤销丙在哪里留档？", Linxi));
        Assert.Equal(HttpStatusCode.Redirect, await author.StepAsync(retired, "retirement"));
        var before = await app.KeptAsync(draft);

        var job = await ChangeAsync(author, new() { ["addTags"] = "春季", ["newStep"] = "Submit", ["newDifficulty"] = "3" }, draft, touched, retired);
        var page = WebUtility.HtmlDecode(await author.ReadAsync(job));
        var again = WebUtility.HtmlDecode(await author.ReadAsync(await ChangeAsync(author, new() { ["newDifficulty"] = "3" }, draft)));
        await author.StepAsync(touched, "return");
        using var undone = await author.PostAsync($"{job}/reversal", new());
        using var twice = await author.PostAsync($"{job}/reversal", new());

        var result = WebUtility.HtmlDecode(await author.ReadAsync(undone.Headers.Location!.OriginalString));
        var after = await app.KeptAsync(draft);
        Assert.Contains("现在的状态不能这样改", page, StringComparison.Ordinal);
        Assert.Contains("本来就是这样", again, StringComparison.Ordinal);
        Assert.Contains("修改以后又有人动过", result, StringComparison.Ordinal);
        Assert.Equal((before.Status, before.Difficulty), (after.Status, after.Difficulty));
        Assert.Equal(["消防", "灭火器"], await TagsAsync(draft));
        Assert.Equal(3, (await app.KeptAsync(touched)).Difficulty);
        Assert.Equal((2, BankStatus.Retired), ((await app.KeptAsync(retired)).Difficulty, (await app.KeptAsync(retired)).Status));
        Assert.Equal(HttpStatusCode.Conflict, twice.StatusCode);
        Assert.Contains(job, await author.ReadAsync("/questions/changes"), StringComparison.Ordinal);
        Assert.Contains("撤销丙", WebUtility.HtmlDecode(await author.ReadAsync($"{job}?which=Refused")), StringComparison.Ordinal);
        Assert.DoesNotContain("撤销甲", WebUtility.HtmlDecode(await author.ReadAsync($"{job}?which=Refused&page=7")), StringComparison.Ordinal);
        await StrangersFindNothingAsync(job);
    }

    private async Task StrangersFindNothingAsync(string job)
    {
        using var visitor = app.Visitor();
        using var teacher = await app.SignInAsync(SmallWorld.Teacher);
        using var stranger = await app.SignInAsync(SmallWorld.WangchuanOfficer);
        using var foreign = await stranger.GetAsync(job);
        using var notTheirs = await stranger.PostAsync($"{job}/reversal", new());
        using var unknown = await stranger.PostAsync($"/questions/changes/{Guid.NewGuid()}/reversal", new());
        using var signedOut = await visitor.GetAsync("/questions/changes");
        using var forbidden = await teacher.GetAsync("/questions/changes");

        Assert.All([foreign, notTheirs, unknown], answer => Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode));
        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.Forbidden), (signedOut.StatusCode, forbidden.StatusCode));
        Assert.DoesNotContain(job, await stranger.ReadAsync("/questions/changes"), StringComparison.Ordinal);
    }

    private async Task<string> ChangeAsync(TestBrowser author, Dictionary<string, string> change, params string[] addresses)
    {
        using var answer = await author.PostAsync("/questions/changes", [.. change, .. addresses.Select(address => new KeyValuePair<string, string>("ids", IdOf(address).ToString()))]);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        var job = answer.Headers.Location!.OriginalString;
        await app.FinishAsync(IdOf(job));
        return job;
    }

    private Task<List<string>> TagsAsync(string address) =>
        app.WithDbAsync(async db => (await db.BankTags.Where(tag => tag.BankQuestionId == IdOf(address) && tag.Kind == BankTagKind.Tag).Select(tag => tag.Name).ToListAsync()).Order(StringComparer.Ordinal).ToList());
}

public sealed class ChangesOnSqlite(SqliteApp app) : ChangesTests(app), IClassFixture<SqliteApp>;

public sealed class ChangesOnPostgres(PostgresApp app) : ChangesTests(app), IClassFixture<PostgresApp>;
