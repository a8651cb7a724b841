using System.Net;
using TrainingHub.Seeds;
using TrainingHub.Standards;

namespace TrainingHub.WebTests.Standards;

public abstract class StandardPagesTests(WebApp app)
{
    [Fact]
    public async Task Anyone_reads_the_list_an_edition_and_a_clause()
    {
        using var visitor = app.Visitor();

        Assert.Contains("教育系统重大事故隐患判定指南", await visitor.ReadAsync("/standards"), StringComparison.Ordinal);
        var edition = await visitor.ReadAsync("/standards/major-hazards-guideline");
        Assert.Contains("教发厅函〔2024〕20号", edition, StringComparison.Ordinal);
        Assert.Contains(StandardActions.Sixth, edition, StringComparison.Ordinal);
        var clause = await visitor.ReadAsync($"/standards/major-hazards-guideline/clauses/{Uri.EscapeDataString(StandardActions.Sixth)}");
        Assert.Contains("现行", clause, StringComparison.Ordinal);
        Assert.Contains("/courses/major-hazards-2024/lessons/hot-work-bikes-approval", clause, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_clause_tells_visitors_no_stem_and_learners_none_that_is_examined()
    {
        var address = $"/standards/major-hazards-guideline/clauses/{Uri.EscapeDataString(StandardActions.Sixth)}";
        var course = await Courses.CourseActions.ShelfAsync(app);
        var resting = course.Bank.Where(question => question.Key.Basis is TrainingHub.Questions.Basis.OfClause { StandardSlug: StandardActions.Guideline, ClauseNumber: StandardActions.Sixth }).ToList();
        using var visitor = app.Visitor();
        using var teacher = await app.SignInAsync(SmallWorld.Teacher);

        var open = await visitor.ReadAsync(address);
        var learnt = await teacher.ReadAsync(address);

        Assert.NotEmpty(resting);
        Assert.All(resting, question => Assert.DoesNotContain(question.Prompt.Stem, open, StringComparison.Ordinal));
        Assert.All(resting, question => Assert.Equal(question.MayBePractised, learnt.Contains(question.Prompt.Stem, StringComparison.Ordinal)));
        Assert.All(resting, question => Assert.DoesNotContain(question.Key.Explanation, learnt, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("动火", "第三条（一）第5项")]
    [InlineData("出口", "第三条（一）第8项")]
    [InlineData("彩钢 A级", "第三条（一）第3项")]
    [InlineData("教发厅函〔2024〕20号", "major-hazards-guideline")]
    public async Task A_search_finds_words_of_two_characters(string words, string expected)
    {
        using var visitor = app.Visitor();

        var page = await visitor.ReadAsync($"/standards?q={Uri.EscapeDataString(words)}");

        Assert.Contains(Uri.EscapeDataString(expected), page, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("报警 疏散", "<mark>报警</mark>和<mark>疏散</mark>")]
    [InlineData("“疏散”", "<mark>疏散</mark>通道")]
    public async Task A_search_marks_the_words_in_titles_and_clauses(string words, string expected)
    {
        using var visitor = app.Visitor();

        Assert.Contains(expected, await visitor.ReadAsync($"/standards?q={Uri.EscapeDataString(words)}"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("不存在的词语")]
    [InlineData("《》")]
    [InlineData("\" OR 1=1 --")]
    [InlineData("'; DROP TABLE")]
    [InlineData("NEAR(")]
    [InlineData("* & | !")]
    public async Task A_search_for_nothing_or_for_operators_says_so(string words)
    {
        using var visitor = app.Visitor();

        Assert.Contains("没有找到", await visitor.ReadAsync($"/standards?q={Uri.EscapeDataString(words)}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_filter_by_kind_and_the_export_give_the_same_documents()
    {
        using var visitor = app.Visitor();

        using var csv = await visitor.GetAsync("/standards.csv?kind=Law");
        var text = await csv.Content.ReadAsStringAsync();

        Assert.StartsWith("text/csv", csv.Content.Headers.ContentType?.ToString(), StringComparison.Ordinal);
        Assert.Contains("中华人民共和国消防法", text, StringComparison.Ordinal);
        Assert.DoesNotContain("教育系统重大事故隐患判定指南", text, StringComparison.Ordinal);
        Assert.DoesNotContain("教育系统重大事故隐患判定指南", await visitor.ReadAsync("/standards?kind=Law"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/standards/unknown")]
    [InlineData("/standards/major-hazards-guideline?edition=1999")]
    [InlineData("/standards/major-hazards-guideline/clauses/99")]
    [InlineData("/standards/unknown/clauses/1")]
    [InlineData("/standards/major-hazards-guideline/changes")]
    [InlineData("/standards/unknown/changes?since=1")]
    public async Task What_does_not_exist_is_not_found(string path)
    {
        using var visitor = app.Visitor();

        using var answer = await visitor.GetAsync(path);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task Two_editions_are_compared_clause_by_clause()
    {
        var old = new StandardEdition
        {
            Slug = "test-rules",
            Title = "测试规则",
            Edition = "2017",
            Number = "测〔2017〕1号",
            Issuer = "某部",
            Issued = new DateOnly(2017, 1, 1),
            Status = EditionStatus.InForce,
            Kind = StandardKind.Rule,
            Clauses = [Clause("第一条", "每年检查一次"), Clause("第二条", "门窗不设障碍"), Clause("第三条", "已经过时")],
        };
        await app.KeepAsync(old, old with
        {
            Edition = "2025",
            Number = "测〔2025〕1号",
            Issued = new DateOnly(2025, 1, 1),
            Replaces = old.Name,
            Clauses = [Clause("第一条", "每月检查一次"), Clause("第四条", "门窗不设障碍"), Clause("第五条", "新的要求")],
        });
        using var visitor = app.Visitor();

        var page = await visitor.ReadAsync("/standards/test-rules/changes");
        var clause = await visitor.ReadAsync($"/standards/test-rules/clauses/{Uri.EscapeDataString("第三条")}?edition=2017");

        Assert.Contains("<del>年</del><ins>月</ins>", page, StringComparison.Ordinal);
        Assert.Contains("第二条 → 第四条", page, StringComparison.Ordinal);
        Assert.Contains("<del>已经过时</del>", page, StringComparison.Ordinal);
        Assert.Contains("这一条已经删除", clause, StringComparison.Ordinal);
        Assert.DoesNotContain("测〔2017〕1号", await visitor.ReadAsync("/standards"), StringComparison.Ordinal);
        Assert.Contains("测〔2017〕1号", await visitor.ReadAsync("/standards?replaced=true"), StringComparison.Ordinal);

        static Clause Clause(string number, string text) => new(number, null, text, ClauseSighting.Full);
    }
}

public sealed class StandardPagesOnSqlite(SqliteApp app) : StandardPagesTests(app), IClassFixture<SqliteApp>;

public sealed class StandardPagesOnPostgres(PostgresApp app) : StandardPagesTests(app), IClassFixture<PostgresApp>;
