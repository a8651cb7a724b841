using System.IO.Compression;
using System.Net;
using System.Xml.Linq;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TrainingHub.Quizzes.Regrades;
using TrainingHub.Seeds;

namespace TrainingHub.WebTests.Quizzes;

/// <summary>How a quiz goes and went, for whoever runs it: everybody only sees their own sub-tree.</summary>
public abstract class ResultsTests(WebApp app)
{
    private const string Results = $"/quizzes/{QuizSteps.Slug}/results";

    [Fact]
    public async Task Shows_who_answers_now_and_who_may_need_help()
    {
        using var learner = await app.LearnerAsync(SmallWorld.Principal);
        using var far = await app.LearnerAsync(SmallWorld.WangchuanPrincipal);
        using var city = await app.SignInAsync(SmallWorld.CityOfficer);
        using var county = await app.SignInAsync(SmallWorld.WangchuanOfficer);
        var path = await learner.StartAsync();
        await far.HandInAsync(await far.StartAsync());
        using var saved = await learner.AnswerAsync(path, 1, 1, "A");

        Assert.DoesNotContain("可能需要帮助", await city.ReadAsync(Results), StringComparison.Ordinal);
        app.Clock.Move(TimeSpan.FromMinutes(6));
        var page = await city.ReadAsync(Results);
        var live = await city.ReadAsync($"{Results}/live");
        var near = await county.ReadAsync(Results);

        foreach (var text in new[] { page, live })
        {
            Assert.Contains("可能需要帮助的1人", text, StringComparison.Ordinal);
            Assert.Contains("沈知南", text, StringComparison.Ordinal);
            Assert.Contains("长时间没有保存", text, StringComparison.Ordinal);
        }

        Assert.Contains("0%—9%", page, StringComparison.Ordinal);
        Assert.Contains("临溪区教育局", page, StringComparison.Ordinal);
        Assert.DoesNotContain("沈知南", near, StringComparison.Ordinal);
        Assert.DoesNotContain("临溪区", near, StringComparison.Ordinal);
        await learner.HandInAsync(path);
    }

    [Fact]
    public async Task Tells_questions_and_clauses_and_writes_a_workbook()
    {
        using var learner = await app.LearnerAsync(SmallWorld.VicePrincipal);
        using var city = await app.SignInAsync(SmallWorld.CityOfficer);
        using var county = await app.SignInAsync(SmallWorld.LinxiOfficer);
        var path = await learner.StartAsync();
        await learner.AnswerAllAsync(path, await app.KeyAsync(SmallWorld.VicePrincipal));
        await learner.HandInAsync(path);

        var all = await city.ReadAsync($"{Results}/questions");
        var some = await county.ReadAsync($"{Results}/questions");
        var absent = await county.ReadAsync($"{Results}/absent");
        using var workbook = await city.GetAsync($"/quizzes/{QuizSteps.Slug}/results.xlsx");

        using var report = await city.GetAsync($"/quizzes/{QuizSteps.Slug}/results.pdf");

        Assert.Equal("application/pdf", report.Content.Headers.ContentType?.MediaType);
        Assert.StartsWith("%PDF", await report.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Contains("各题答对情况", all, StringComparison.Ordinal);
        Assert.Contains("答案有误，更正", all, StringComparison.Ordinal);
        Assert.Contains("各条款答对情况", some, StringComparison.Ordinal);
        // Keys are for the unit that answers for the quiz.
        Assert.DoesNotContain("各题答对情况", some, StringComparison.Ordinal);
        Assert.Contains("未参加", absent, StringComparison.Ordinal);
        Assert.DoesNotContain("温以宁", absent, StringComparison.Ordinal);
        Assert.Equal("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", workbook.Content.Headers.ContentType?.MediaType);
        var bytes = await workbook.Content.ReadAsByteArrayAsync();
        Assert.Equal(["成绩", "概况", "成绩分布", "题目", "条款", "未参加"], await SheetsAsync(bytes));

        // Questions are searched, sorted and exported; keys are for the unit that answers for the quiz.
        Assert.Contains("没有符合条件的题目", await city.ReadAsync($"{Results}/questions?q=绝无此题&kind=Single&sort=Shown.down&page=9"), StringComparison.Ordinal);
        Assert.Contains("各选项选择次数", await city.ReadAsync($"{Results}/questions?kind=Single&sort=nonsense"), StringComparison.Ordinal);
        using var csv = await city.GetAsync($"{Results}/questions.csv?kind=Single");
        var table = await csv.Content.ReadAsStringAsync();
        Assert.Equal("text/csv", csv.Content.Headers.ContentType?.MediaType);
        Assert.Contains("单选题", table, StringComparison.Ordinal);
        Assert.DoesNotContain("多选题", table, StringComparison.Ordinal);
        Assert.DoesNotContain("温以宁", table, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await county.GetAsync($"{Results}/questions.csv")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await city.GetAsync($"{Results}/questions.csv?organization=nothing")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await learner.GetAsync($"{Results}/questions.csv")).StatusCode);
        using var visitor = app.Visitor();
        Assert.Equal(HttpStatusCode.Redirect, (await visitor.GetAsync($"{Results}/questions.csv")).StatusCode);
    }

    private static async Task<List<string>> SheetsAsync(byte[] workbook)
    {
        await using var package = new ZipArchive(new MemoryStream(workbook));
        await using var part = await package.GetEntry("xl/workbook.xml")!.OpenAsync();
        return [.. (await XDocument.LoadAsync(part, LoadOptions.None, default)).Descendants().Where(element => element.Name.LocalName is "sheet").Select(element => element.Attribute("name")!.Value)];
    }

    [Fact]
    public async Task Every_graded_paper_is_what_its_log_gives()
    {
        using var learner = await app.LearnerAsync(SmallWorld.Responsible);
        var path = await learner.StartAsync();
        using var saved = await learner.AnswerAsync(path, 2, 1, (await app.KeyAsync(SmallWorld.Responsible))[2]);
        await learner.HandInAsync(path);
        var attempt = await app.AttemptAsync(SmallWorld.Responsible);

        Assert.Empty(await DifferencesAsync());
        await app.WithDbAsync(db => db.Attempts.Where(one => one.Id == attempt.Id).ExecuteUpdateAsync(set => set.SetProperty(one => one.Points, one => one.Points + 1)));
        var difference = Assert.Single(await DifferencesAsync());
        Assert.Equal((attempt.Id, attempt.Points + 1, attempt.Points), (difference.AttemptId, difference.Stored, difference.Rebuilt));
        await app.WithDbAsync(db => db.Attempts.Where(one => one.Id == attempt.Id).ExecuteUpdateAsync(set => set.SetProperty(one => one.Points, attempt.Points)));

        Task<List<PaperDifference>> DifferencesAsync() => app.InsideAsync(async services =>
        {
            List<PaperDifference> found = [];
            await foreach (var one in services.GetRequiredService<CheckPapers>().RunAsync(default))
            {
                found.Add(one);
            }

            return found;
        });
    }

    [Fact]
    public async Task Is_for_those_who_run_quizzes_and_for_units_in_their_reach()
    {
        using var learner = await app.SignInAsync(SmallWorld.Teacher);
        using var county = await app.SignInAsync(SmallWorld.LinxiOfficer);
        using var visitor = app.Visitor();
        var own = await app.WithDbAsync(db => Task.FromResult(db.Organizations.Single(unit => unit.Id == WorldIds.Of("organization", SmallWorld.School32)).Code));
        var strange = await app.WithDbAsync(db => Task.FromResult(db.Organizations.Single(unit => unit.Id == WorldIds.Of("organization", SmallWorld.WangchuanHigh)).Code));

        foreach (var page in new[] { Results, $"{Results}/live", $"{Results}/questions", $"{Results}/absent", $"{Results}/absent.csv", $"/quizzes/{QuizSteps.Slug}/results.xlsx", $"/quizzes/{QuizSteps.Slug}/results.pdf" })
        {
            Assert.Equal(HttpStatusCode.Redirect, (await visitor.GetAsync(page)).StatusCode);
            Assert.Equal(HttpStatusCode.NotFound, (await learner.GetAsync(page)).StatusCode);
            Assert.Equal(HttpStatusCode.OK, (await county.GetAsync($"{page}?organization={own}&page=-7")).StatusCode);
            Assert.Equal(HttpStatusCode.NotFound, (await county.GetAsync($"{page}?organization={strange}")).StatusCode);
            Assert.Equal(HttpStatusCode.NotFound, (await county.GetAsync($"{page}?organization=nothing")).StatusCode);
            Assert.Equal(HttpStatusCode.NotFound, (await county.GetAsync(page.Replace(QuizSteps.Slug, "nothing", StringComparison.Ordinal))).StatusCode);
        }
    }
}

public sealed class ResultsOnSqlite(SqliteApp app) : ResultsTests(app), IClassFixture<SqliteApp>;

public sealed class ResultsOnPostgres(PostgresApp app) : ResultsTests(app), IClassFixture<PostgresApp>;
