using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using TrainingHub.Seeds;

namespace TrainingHub.WebTests.Quizzes;

/// <summary>What comes of an arranged quiz: figures that add up, files, a completed programme.</summary>
public abstract class ArrangedResultsTests(WebApp app)
{
    [Fact]
    public async Task Figures_add_up_and_follow_the_attempt_that_counts()
    {
        using var officer = await app.SignInAsync(SmallWorld.LinxiOfficer);
        var slug = await officer.ArrangeAsync(SmallWorld.School32, new() { ["AttemptsAllowed"] = "2", ["Counts"] = "Last" });
        // Passed, then took it again and failed; failed; is still answering. The teacher and the administrator have not begun.
        using var twice = await SitAsync(slug, SmallWorld.Principal, isRight: true);
        await twice.HandInAsync(await twice.StartAsync(slug));
        using var failed = await SitAsync(slug, SmallWorld.VicePrincipal, isRight: false);
        using var open = await app.SignInAsync(SmallWorld.Responsible);
        await open.StartAsync(slug);

        var page = await officer.ReadAsync($"/quizzes/{slug}/results");
        var result = await twice.ReadAsync($"/quizzes/{slug}/attempts/1");
        var table = await WorkbookAsync(officer, slug);

        Assert.Contains("应参加5人 = 已开始3人 + 未参加2人 + 已用其他方式完成、不必参加0人", page, StringComparison.Ordinal);
        Assert.Contains("已开始3人 = 第一次作答还没交卷1人 + 已交卷2人", page, StringComparison.Ordinal);
        Assert.Contains("已交卷2人 = 已通过0人 + 未通过2人 + 等待评阅0人", page, StringComparison.Ordinal);
        Assert.Contains("每人取最后一次的得分", page, StringComparison.Ordinal);
        Assert.Contains("现在以第2次作答为准", result, StringComparison.Ordinal);
        Assert.Contains("末次得分", table, StringComparison.Ordinal);
        Assert.Equal((2, 2, 1), (Count(table, "未参加"), Count(table, "未通过"), Count(table, "正在作答")));
        Assert.DoesNotContain("已通过", table, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_completed_it_otherwise_is_no_gap_in_the_figures_of_a_course_quiz()
    {
        using var officer = await app.SignInAsync(SmallWorld.LinxiOfficer);

        var page = await officer.ReadAsync($"/quizzes/{QuizSteps.Slug}/results");

        var sum = Regex.Match(
            page, "应参加(?<all>[0-9]+)人 = 已开始(?<started>[0-9]+)人 \\+ 未参加(?<absent>[0-9]+)人 \\+ 已用其他方式完成、不必参加(?<otherwise>[0-9]+)人", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));
        int[] parts = [.. new[] { "all", "started", "absent", "otherwise" }.Select(part => int.Parse(sum.Groups[part].Value, CultureInfo.InvariantCulture))];
        Assert.Equal(parts[0], parts[1] + parts[2] + parts[3]);
        Assert.True(parts[3] > 0);
    }

    [Fact]
    public async Task Files_name_everybody_with_rare_characters_and_whoever_is_missing()
    {
        using var city = await app.SignInAsync(SmallWorld.CityOfficer);
        using var stranger = await app.SignInAsync(SmallWorld.WangchuanOfficer);
        var slug = await city.ArrangeAsync(SmallWorld.City, new() { ["Title"] = "㛃湾片区测验" });
        using var sitter = await SitAsync(slug, SmallWorld.WangchuanPrincipal, isRight: true);

        var table = await WorkbookAsync(city, slug);
        var own = await WorkbookAsync(stranger, slug);
        using var report = await city.GetAsync($"/quizzes/{slug}/results.pdf");
        using var absent = await city.GetAsync($"/quizzes/{slug}/results/absent.csv");
        var missing = await absent.Content.ReadAsStringAsync();

        Assert.Contains("䶮一", table, StringComparison.Ordinal);
        Assert.Contains("阿依古丽·买买提", table, StringComparison.Ordinal);
        Assert.Contains("易水寒", table, StringComparison.Ordinal);
        Assert.Equal(1, Count(table, "已通过"));
        Assert.Contains("䶮一", own, StringComparison.Ordinal);
        Assert.DoesNotContain("阿依古丽", own, StringComparison.Ordinal);
        Assert.Equal(Count(table, "未参加"), missing.Trim().Split("\r\n").Length - 1);
        Assert.Contains("䶮一,", missing, StringComparison.Ordinal);
        Assert.DoesNotContain("易水寒", missing, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, report.StatusCode);
        Assert.StartsWith("%PDF", await report.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Passing_it_completes_the_programme_that_names_it_once()
    {
        using var city = await app.SignInAsync(SmallWorld.CityOfficer);
        var later = await city.ArrangeAsync(SmallWorld.City, new() { ["Title"] = "分数后公布的测验", ["Score"] = "AfterWindow", ["Answers"] = "AfterWindow", ["Explanations"] = "AfterWindow" });
        var slug = await city.ArrangeAsync(SmallWorld.City, new() { ["Title"] = "专项测验", ["AttemptsAllowed"] = "2" });
        var year = app.Clock.GetUtcNow().Year;

        var form = await city.ReadAsync("/programmes/new");
        using var refused = await city.PostAsync("/programmes", Programme(later));
        using var created = await city.PostAsync("/programmes", Programme(slug));
        using var sitter = await SitAsync(slug, SmallWorld.Responsible, isRight: true);
        await sitter.HandInAsync($"/quizzes/{slug}/attempts/1");
        using var again = await SitAsync(slug, SmallWorld.Teacher, isRight: false);
        using var bound = await city.PostAsync($"/quizzes/{slug}/settings", city.Fields(3, new() { ["Title"] = "专项测验", ["AttemptsAllowed"] = "2", ["Score"] = "AfterWindow", ["Answers"] = "AfterWindow", ["Explanations"] = "AfterWindow" }));

        Assert.Contains("云岭市教育局：专项测验", form, StringComparison.Ordinal);
        Assert.DoesNotContain("分数后公布的测验", form, StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.Redirect), (refused.StatusCode, created.StatusCode));
        var attempts = await app.WithDbAsync(db => db.Attempts.Where(attempt => attempt.QuizSlug == slug).ToDictionaryAsync(attempt => attempt.Id, attempt => attempt.Passed));
        var records = await app.WithDbAsync(db => db.TrainingRecords.Where(record => record.AttemptId != null).ToListAsync());
        var record = Assert.Single(records, record => attempts.ContainsKey(record.AttemptId!.Value));
        Assert.Equal((WorldIds.Of("person", SmallWorld.Responsible), true), (record.PersonId, attempts[record.AttemptId!.Value]));
        Assert.Equal("专项培训证明", await app.WithDbAsync(db => db.Certificates.Where(certificate => certificate.RecordId == record.Id).Select(certificate => certificate.Title).SingleAsync()));
        Assert.Contains("专项培训证明", await sitter.ReadAsync("/certificates"), StringComparison.Ordinal);
        Assert.Contains($"/quizzes/{slug}", await city.ReadAsync("/programmes"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, bound.StatusCode);
        Assert.Contains("有培训项目以通过这个测验为完成条件", WebUtility.HtmlDecode(await bound.Content.ReadAsStringAsync()), StringComparison.Ordinal);

        Dictionary<string, string> Programme(string quiz) => new(StringComparer.Ordinal)
        {
            ["Name"] = "专项培训",
            ["Organization"] = WorldIds.CodeOf(SmallWorld.City),
            ["Quiz"] = quiz,
            ["CycleFrom"] = $"{year}-01-01",
            ["CycleUntil"] = $"{year}-12-31",
            ["CertificateTitle"] = "专项培训证明",
        };
    }

    /// <summary>Takes the quiz with everything right or nothing answered.</summary>
    private async Task<TestBrowser> SitAsync(string slug, string person, bool isRight)
    {
        var browser = await app.SignInAsync(person);
        var path = await browser.StartAsync(slug);
        if (isRight)
        {
            await browser.AnswerAllAsync(path, await app.KeyAsync(person, slug: slug));
        }

        await browser.HandInAsync(path);
        return browser;
    }

    /// <summary>All texts of the workbook's first sheet, that of people.</summary>
    private static async Task<string> WorkbookAsync(TestBrowser browser, string slug)
    {
        using var answer = await browser.GetAsync($"/quizzes/{slug}/results.xlsx");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        using var zip = new ZipArchive(new MemoryStream(await answer.Content.ReadAsByteArrayAsync()));
        var text = new StringBuilder();
        foreach (var entry in zip.Entries.Where(entry => entry.FullName.EndsWith("/sheet1.xml", StringComparison.OrdinalIgnoreCase)))
        {
            using var reader = new StreamReader(entry.Open(), Encoding.UTF8);
            text.Append(WebUtility.HtmlDecode(await reader.ReadToEndAsync()));
        }

        return text.ToString();
    }

    private static int Count(string text, string word) => text.Split(word).Length - 1;
}

public sealed class ArrangedResultsOnSqlite(SqliteApp app) : ArrangedResultsTests(app), IClassFixture<SqliteApp>;

public sealed class ArrangedResultsOnPostgres(PostgresApp app) : ArrangedResultsTests(app), IClassFixture<PostgresApp>;
