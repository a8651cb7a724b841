using System.Net;
using Microsoft.Extensions.DependencyInjection;
using TrainingHub.Courses;
using TrainingHub.Courseware;
using TrainingHub.Questions;
using TrainingHub.Seeds;

namespace TrainingHub.WebTests.Courses;

/// <summary>A course whose keys and explanations are canaries: none may leave the server before its question was answered by the reader.</summary>
public abstract class LessonKeyTests(WebApp app)
{
    private const string Slug = "canaries";

    [Fact]
    public async Task Keeps_the_key_until_the_reader_has_answered()
    {
        var course = await PublishAsync();
        using var browser = await app.SignInAsync(SmallWorld.Principal);
        List<string> pages = ["/", "/courses", $"/courses/{Slug}", .. course.Manifest.Lessons.Select(lesson => $"/courses/{Slug}/lessons/{lesson.Slug}")];
        var lesson = course.Manifest.Lessons[0];
        var answered = course.FindQuestion(lesson.Checks[0])!;

        foreach (var page in pages)
        {
            Assert.Empty(Canaries(await EverythingAsync(browser.GetAsync(page))));
        }

        Assert.Empty(Canaries(await EverythingAsync(browser.AnswerAsync(course, lesson.Slug, answered.Prompt.Id, ""))));
        Assert.Empty(Canaries(await EverythingAsync(browser.AnswerAsync(course, lesson.Slug, answered.Prompt.Id, answered.WrongLettersOf()))));
        var told = Canaries(await EverythingAsync(browser.GetAsync($"/courses/{Slug}/lessons/{lesson.Slug}")));
        Assert.Equal([$"CANARY-BASIS-{answered.Prompt.Id}", $"CANARY-WHY-{answered.Prompt.Id}"], told.Order(StringComparer.Ordinal));
        foreach (var page in pages.Where(page => !page.EndsWith($"/{lesson.Slug}", StringComparison.Ordinal)))
        {
            Assert.Empty(Canaries(await EverythingAsync(browser.GetAsync(page))));
        }
    }

    [Fact]
    public async Task Shows_the_options_in_the_authors_order_and_marks_none()
    {
        var course = await PublishAsync();
        var question = course.Manifest.Lessons[1].Checks.Select(check => course.FindQuestion(check)!).First(one => one.Prompt.Options.Count > 2);
        using var browser = await app.SignInAsync(SmallWorld.Teacher);

        var page = await browser.ReadAsync($"/courses/{Slug}/lessons/{course.Manifest.Lessons[1].Slug}");

        Assert.DoesNotContain("checked", page, StringComparison.Ordinal);
        var places = question.Prompt.Options.Select(option => page.IndexOf($">{option}</span>", StringComparison.Ordinal)).ToList();
        Assert.All(places, place => Assert.True(place > 0));
        Assert.Equal(places.Order(), places);
    }

    private static IReadOnlyList<string> Canaries(string everything) =>
        [.. System.Text.RegularExpressions.Regex.Matches(everything, "CANARY-(WHY|BASIS)-[a-z0-9-]+").Select(match => match.Value).Distinct(StringComparer.Ordinal)];

    private static async Task<string> EverythingAsync(Task<HttpResponseMessage> request)
    {
        using var answer = await request;
        return $"{answer.Headers}\n{answer.Content.Headers}\n{WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync())}";
    }

    private async Task<ShelfCourse> PublishAsync()
    {
        var read = Assert.IsType<CourseOutcome.Read>(CourseReader.Read(Path.Combine(TestFiles.Root, "courses", CourseActions.Course)));
        var content = read.Content with
        {
            Slug = Slug,
            Hash = new string('c', 64),
            QuizSlug = "canary-quiz",
            Quizzes = [read.Content.Quizzes[0] with { Slug = "canary-quiz" }],
            Questions = [.. read.Content.Questions.Select(question => new QuestionVersion(
                question.Prompt,
                question.Key with { Explanation = $"CANARY-WHY-{question.Prompt.Id}", Basis = new Basis.OfDocument($"CANARY-BASIS-{question.Prompt.Id}", null, $"CANARY-BASIS-{question.Prompt.Id}") },
                question.Use, question.Difficulty))],
        };
        await app.InsideAsync(services => services.GetRequiredService<PublishCourse>().RunAsync(content, read.Standards, default));
        return await app.ShelfAsync(Slug);
    }
}

public sealed class LessonKeyOnSqlite(SqliteApp app) : LessonKeyTests(app), IClassFixture<SqliteApp>;

public sealed class LessonKeyOnPostgres(PostgresApp app) : LessonKeyTests(app), IClassFixture<PostgresApp>;
