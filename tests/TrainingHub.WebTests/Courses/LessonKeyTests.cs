using System.Net;
using Microsoft.Extensions.DependencyInjection;
using TrainingHub.Courses;
using TrainingHub.Courseware;
using TrainingHub.Questions;
using TrainingHub.Seeds;
using TrainingHub.Tests;

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
        List<string> pages = ["/", "/courses", $"/courses/{Slug}", "/practice", "/practice/daily", "/practice/mistakes", "/practice/mistakes.csv", "/practice/mastery", .. course.Manifest.Lessons.Select(lesson => $"/courses/{Slug}/lessons/{lesson.Slug}")];
        var lesson = course.Manifest.Lessons[0];
        var path = $"/courses/{Slug}/lessons/{lesson.Slug}";

        foreach (var page in pages)
        {
            Assert.Empty(Canaries(await EverythingAsync(browser.GetAsync(page))));
        }

        var step = (await browser.StepAsync(path))!;
        Assert.Empty(Canaries(await EverythingAsync(browser.SendStepAsync(step.Address, ""))));
        Assert.Empty(Canaries(await EverythingAsync(browser.SendStepAsync(step.Address, AnswerBook.WrongLettersOn(course.Bank, step.Shown)))));
        var wrong = IdOf(course, step);
        // A wrong answer opens the clause to read, and no more.
        Assert.Equal([$"CANARY-BASIS-{wrong}"], Canaries(await EverythingAsync(browser.GetAsync(path))));
        app.Clock.Move(TimeSpan.FromSeconds(1));
        var right = IdOf(course, await browser.AnswerStepAsync(path, shown => AnswerBook.LettersOn(course.Bank, shown)));
        Assert.Equal([$"CANARY-BASIS-{right}", $"CANARY-WHY-{right}"], Canaries(await EverythingAsync(browser.GetAsync(path))).Order(StringComparer.Ordinal));
        foreach (var page in pages.Where(page => !page.EndsWith($"/{lesson.Slug}", StringComparison.Ordinal)))
        {
            Assert.Empty(Canaries(await EverythingAsync(browser.GetAsync(page))).Except([$"CANARY-BASIS-{wrong}"]));
        }
    }

    [Fact]
    public async Task Practice_tells_nothing_of_the_questions_of_a_lesson_that_is_not_finished()
    {
        var course = await PublishAsync();
        using var browser = await app.SignInAsync(SmallWorld.BinhePrincipal);
        var checks = course.Manifest.Lessons.SelectMany(lesson => lesson.Checks).ToHashSet(StringComparer.Ordinal);

        foreach (var check in course.Manifest.Lessons[0].Checks)
        {
            using var asked = await browser.GetAsync($"/practice/questions/{Slug}/{check}");
            using var answered = await browser.SendStepAsync($"/practice/questions/{Slug}/{check}/answers", "A");
            Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (asked.StatusCode, answered.StatusCode));
        }

        for (var turn = 0; turn < 20; turn++)
        {
            using var drawn = await browser.GetAsync($"/practice/questions?course={Slug}");
            Assert.True(drawn.Headers.Location is null || !checks.Contains(drawn.Headers.Location.OriginalString.Split('?')[0].Split('/')[^1]));
        }
    }

    [Fact]
    public async Task Shows_the_options_in_the_order_of_the_step_and_marks_none()
    {
        var course = await PublishAsync();
        using var browser = await app.SignInAsync(SmallWorld.Teacher);
        var path = $"/courses/{Slug}/lessons/{course.Manifest.Lessons[1].Slug}";

        var step = (await browser.StepAsync(path))!;
        var again = (await browser.StepAsync(path))!;

        Assert.DoesNotContain("checked", await browser.RawAsync(path), StringComparison.Ordinal);
        Assert.Equal(step.Address, again.Address);
        Assert.Equal(step.Shown.Options, again.Shown.Options);
        Assert.Equal(course.FindQuestion(IdOf(course, step))!.Prompt.Options.Order(StringComparer.Ordinal), step.Shown.Options.Select(option => option.Text).Order(StringComparer.Ordinal));
    }

    private static string IdOf(ShelfCourse course, StepQuestion step) =>
        course.Bank.Single(question => step.Shown.Stem.EndsWith(question.Prompt.Stem, StringComparison.Ordinal)).Prompt.Id;

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
