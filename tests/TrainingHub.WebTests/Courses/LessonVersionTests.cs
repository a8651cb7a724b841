using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using TrainingHub.Courses;
using TrainingHub.Courseware;
using TrainingHub.Questions;
using TrainingHub.Seeds;
using TrainingHub.Tests;

namespace TrainingHub.WebTests.Courses;

/// <summary>Versions of a course that are published while people are learning it.</summary>
public abstract class LessonVersionTests(WebApp app)
{
    private static readonly CourseOutcome.Read Read = Assert.IsType<CourseOutcome.Read>(CourseReader.Read(Path.Combine(TestFiles.Root, "courses", CourseActions.Course)));

    [Fact]
    public async Task A_mended_explanation_takes_nothing_from_who_is_in_the_middle()
    {
        var course = await app.ShelfAsync();
        var lesson = course.Manifest.Lessons[0];
        var path = CourseActions.LessonPath(course, lesson);
        using var browser = await app.SignInAsync(SmallWorld.Principal);
        await browser.AnswerStepAsync(path, shown => AnswerBook.LettersOn(course.Bank, shown));
        await browser.AnswerStepAsync(path, shown => AnswerBook.LettersOn(course.Bank, shown));
        var open = (await browser.StepAsync(path))!;

        await PublishAsync('a', Read.Content with { Questions = [.. Read.Content.Questions.Select(Explained)] });
        using var answered = await browser.SendStepAsync(open.Address, AnswerBook.LettersOn(course.Bank, open.Shown));
        var counted = await browser.ReadAsync(path);
        app.Clock.Move(TimeSpan.FromMinutes(1));
        await browser.AnswerStepsAsync(path, shown => AnswerBook.LettersOn(course.Bank, shown));

        Assert.Contains("已答对3 / 5题", counted, StringComparison.Ordinal);
        Assert.Contains("另见原文", counted, StringComparison.Ordinal);
        Assert.Contains("本课已完成", await browser.ReadAsync(path), StringComparison.Ordinal);
        Assert.Equal(5, await app.CountAnswersAsync(SmallWorld.Principal, lesson.Slug));
    }

    [Fact]
    public async Task A_changed_option_asks_the_question_again()
    {
        var course = await app.ShelfAsync();
        var lesson = course.Manifest.Lessons[1];
        var path = CourseActions.LessonPath(course, lesson);
        using var browser = await app.SignInAsync(SmallWorld.VicePrincipal);
        await browser.AnswerStepAsync(path, shown => AnswerBook.LettersOn(course.Bank, shown));

        await PublishAsync('b', Read.Content with { Questions = [.. Read.Content.Questions.Select(Reworded)] });

        Assert.Contains("已答对0 / 5题", await browser.ReadAsync(path), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_new_title_opens_no_finished_lesson_again()
    {
        var course = await app.ShelfAsync();
        var lesson = course.Manifest.Lessons[2];
        using var browser = await app.SignInAsync(SmallWorld.Teacher);
        await browser.FinishLessonAsync(course, lesson);

        await PublishAsync('c', Read.Content with
        {
            Lessons = [.. Read.Content.Lessons.Select(one => one with { Title = $"{one.Title}（修订）", Hash = new string('c', 64) })],
        });

        var page = await browser.ReadAsync($"/courses/{course.Slug}");
        Assert.Contains("（修订）", page, StringComparison.Ordinal);
        Assert.Contains("已完成1 / 7课", page, StringComparison.Ordinal);
    }

    /// <summary>The test's clock stands still: a list that was being read while the course was published would otherwise stay for ever.</summary>
    [Fact]
    public async Task A_published_course_is_found_whatever_was_being_read_meanwhile()
    {
        const int Rounds = 80;
        var shelf = app.Services.GetRequiredService<CourseShelf>();
        using var over = new CancellationTokenSource();
        var missed = new List<string>();
        for (var round = 0; round < Rounds; round++)
        {
            var slug = $"racing-{round}";
            shelf.Forget();
            var publishing = Task.Run(() => app.InsideAsync(services => services.GetRequiredService<PublishCourse>().RunAsync(
                Read.Content with { Slug = slug, Hash = $"{round:x64}", Lessons = [], Questions = [], Quizzes = [] }, [], default)));
            // At another moment of publishing each time.
            var began = Stopwatch.GetTimestamp();
            SpinWait.SpinUntil(() => Stopwatch.GetElapsedTime(began) > TimeSpan.FromMilliseconds(round % 20 * 0.5));
            await shelf.CoursesAsync(default);
            await publishing;
            if (await shelf.FindAsync(slug, default) is null)
            {
                missed.Add(slug);
            }
        }

        Assert.Empty(missed);
    }

    private static QuestionVersion Explained(QuestionVersion one) =>
        new(one.Prompt, one.Key with { Explanation = $"{one.Key.Explanation}另见原文。" }, one.Use, one.Difficulty);

    private static QuestionVersion Reworded(QuestionVersion one) =>
        new(one.Prompt with { Options = [.. one.Prompt.Options.Select(option => $"{option}的")] }, one.Key, one.Use, one.Difficulty);

    private Task PublishAsync(char version, CourseContent content) => app.InsideAsync(async services =>
    {
        app.Clock.Move(TimeSpan.FromSeconds(20));
        await services.GetRequiredService<PublishCourse>().RunAsync(content with { Hash = new string(version, 64) }, Read.Standards, default);
    });
}

public sealed class LessonVersionOnSqlite(SqliteApp app) : LessonVersionTests(app), IClassFixture<SqliteApp>;

public sealed class LessonVersionOnPostgres(PostgresApp app) : LessonVersionTests(app), IClassFixture<PostgresApp>;
