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

    [Fact]
    public async Task Points_source_and_clause_of_many_are_changed_shown_before_and_taken_back()
    {
        using var author = await app.SignInAsync(SmallWorld.LinxiOfficer);
        var (draft, retired) = (await author.WriteAsync("改依据甲由谁负责？", Linxi), await author.WriteAsync("改依据乙由谁负责？", Linxi));
        Assert.Equal(HttpStatusCode.Redirect, await author.StepAsync(retired, "retirement"));
        var before = await app.KeptAsync(draft);
        Dictionary<string, string> change = new() { ["addPoints"] = "责任制，疏散", ["removeTags"] = "灭火器", ["newBasis"] = "《中华人民共和国消防法》第二十八条", ["newSource"] = "区教研室", ["newStep"] = "Submit" };
        List<KeyValuePair<string, string>> form = [.. change, .. new[] { draft, retired }.Select(address => KeyValuePair.Create("ids", IdOf(address).ToString()))];

        using var looked = await author.PostAsync("/questions/changes/preview", form);
        using var unknown = await author.PostAsync("/questions/changes", [.. form.Where(field => field.Key is not "newBasis"), KeyValuePair.Create("newBasis", "《中华人民共和国消防法》第九百条")]);
        var job = await ChangeAsync(author, change, draft, retired);
        var (after, points) = (await app.KeptAsync(draft), await NamesAsync(draft, BankTagKind.Point));
        var again = await ChangeAsync(author, change, draft);
        var edition = WebUtility.HtmlDecode(await author.ReadAsync(await ChangeAsync(author, new() { ["newBasis"] = "《中华人民共和国消防法》（2021年）" }, draft)));
        var other = WebUtility.HtmlDecode(await author.ReadAsync(await ChangeAsync(author, new() { ["newBasis"] = "《中华人民共和国食品安全法》" }, draft)));
        var page = WebUtility.HtmlDecode(await author.ReadAsync(draft));
        var lines = await author.ReadAsync($"{job}/lines.csv?which=Refused");
        var list = await author.ReadAsync("/questions/changes?state=Ended&sort=Refused.down");
        var listed = await author.ReadAsync("/questions/changes.csv?state=Ended");
        using var taken = await author.PostAsync($"{again}/reversal", new());
        using var undone = await author.PostAsync($"{job}/reversal", new());
        await app.FinishAsync(IdOf(undone.Headers.Location!.OriginalString));

        var preview = WebUtility.HtmlDecode(await looked.Content.ReadAsStringAsync());
        Assert.Contains("学校安全自查清单", preview, StringComparison.Ordinal);
        Assert.Contains("第二十八条", preview, StringComparison.Ordinal);
        Assert.Contains("区教研室", preview, StringComparison.Ordinal);
        Assert.Contains("已停用的题目不能改依据", preview, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, unknown.StatusCode);
        Assert.Equal(("第二十八条", "区教研室", BankStatus.Review, before.Number + 1), (after.ClauseNumber, after.Source, after.Status, after.Number));
        Assert.Equal(["疏散", "责任制"], points.Where(name => name is not "日常检查"));
        Assert.Contains("消防法", page, StringComparison.Ordinal);
        Assert.Contains("本来就是这样", edition, StringComparison.Ordinal);
        Assert.Contains("依据的不是这个文件的条款", other, StringComparison.Ordinal);
        Assert.Contains("已停用的题目不能改依据", lines, StringComparison.Ordinal);
        Assert.Contains(job, list, StringComparison.Ordinal);
        Assert.DoesNotContain(job, await author.ReadAsync("/questions/changes?state=Stopped"), StringComparison.Ordinal);
        Assert.Contains(job, listed, StringComparison.Ordinal);
        var back = await app.KeptAsync(draft);
        Assert.Equal((before.Hash, before.Source, before.Status, before.Number + 2), (back.Hash, back.Source, back.Status, back.Number));
        Assert.Equal(["日常检查"], await NamesAsync(draft, BankTagKind.Point));
        Assert.Equal(3, await app.WithDbAsync(db => db.BankQuestionVersions.CountAsync(version => version.BankQuestionId == back.Id)));
        using var stranger = await app.SignInAsync(SmallWorld.WangchuanOfficer);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync($"{job}/lines.csv")).StatusCode);
        Assert.DoesNotContain(job, await stranger.ReadAsync("/questions/changes.csv"), StringComparison.Ordinal);
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
        using var noList = await visitor.GetAsync("/questions/changes.csv");
        using var noLines = await teacher.GetAsync($"{job}/lines.csv");

        Assert.All([foreign, notTheirs, unknown], answer => Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode));
        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.Forbidden), (signedOut.StatusCode, forbidden.StatusCode));
        Assert.Contains(noList.StatusCode, new[] { HttpStatusCode.Redirect, HttpStatusCode.Unauthorized });
        Assert.Equal(HttpStatusCode.NotFound, noLines.StatusCode);
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

    private Task<List<string>> TagsAsync(string address) => NamesAsync(address, BankTagKind.Tag);

    private Task<List<string>> NamesAsync(string address, BankTagKind kind) =>
        app.WithDbAsync(async db => (await db.BankTags.Where(tag => tag.BankQuestionId == IdOf(address) && tag.Kind == kind).Select(tag => tag.Name).ToListAsync()).Order(StringComparer.Ordinal).ToList());
}

public sealed class ChangesOnSqlite(SqliteApp app) : ChangesTests(app), IClassFixture<SqliteApp>;

public sealed class ChangesOnPostgres(PostgresApp app) : ChangesTests(app), IClassFixture<PostgresApp>;
