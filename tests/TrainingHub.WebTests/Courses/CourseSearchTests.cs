using System.Net;
using TrainingHub.Seeds;

namespace TrainingHub.WebTests.Courses;

public abstract class CourseSearchTests(WebApp app)
{
    [Fact]
    public async Task Finds_clauses_lessons_and_practice_questions_by_two_characters()
    {
        using var teacher = await app.SignInAsync(SmallWorld.Teacher);

        var page = await teacher.ReadAsync($"/courses/search?q={Uri.EscapeDataString("动火")}");
        var lessons = await teacher.ReadAsync($"/courses/search?q={Uri.EscapeDataString("动火")}&kind=Lesson");

        Assert.Contains("/standards/major-hazards-guideline/clauses/", page, StringComparison.Ordinal);
        Assert.Contains("/courses/major-hazards-2024/lessons/hot-work-bikes-approval", lessons, StringComparison.Ordinal);
        Assert.DoesNotContain("/standards/major-hazards-guideline/clauses/", lessons, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Finds_no_question_that_is_for_examinations_only()
    {
        var course = await app.ShelfAsync();
        using var teacher = await app.SignInAsync(SmallWorld.Teacher);
        var examined = course.Bank.First(question => !question.MayBePractised).Prompt.Stem;
        var practised = course.Bank.First(question => question.MayBePractised).Prompt.Stem;

        var marked = await teacher.ReadAsync($"/courses/search?q={Uri.EscapeDataString(practised[^8..])}");
        Assert.DoesNotContain(examined, Unmarked(await teacher.ReadAsync($"/courses/search?q={Uri.EscapeDataString(examined[^12..])}")), StringComparison.Ordinal);
        Assert.Contains(practised, Unmarked(marked), StringComparison.Ordinal);
        Assert.Contains("<mark>", marked, StringComparison.Ordinal);

        static string Unmarked(string page) => page.Replace("<mark>", "", StringComparison.Ordinal).Replace("</mark>", "", StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("?q=")]
    [InlineData("?q=%22*%20OR&kind=Nothing&page=-4")]
    public async Task Bad_input_is_answered_by_a_page(string query)
    {
        using var teacher = await app.SignInAsync(SmallWorld.Teacher);

        Assert.Contains("查找条款、课时和题目", await teacher.ReadAsync("/courses/search" + query), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Asks_visitors_to_sign_in()
    {
        using var visitor = app.Visitor();

        using var answer = await visitor.GetAsync("/courses/search?q=1");

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
    }
}

public sealed class CourseSearchOnSqlite(SqliteApp app) : CourseSearchTests(app), IClassFixture<SqliteApp>;

public sealed class CourseSearchOnPostgres(PostgresApp app) : CourseSearchTests(app), IClassFixture<PostgresApp>;
