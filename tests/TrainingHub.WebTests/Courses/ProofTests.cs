using System.Net;
using Microsoft.EntityFrameworkCore;
using TrainingHub.Courses;
using TrainingHub.Seeds;
using TrainingHub.Tests;

namespace TrainingHub.WebTests.Courses;

/// <summary>People who want a lesson credited without answering it.</summary>
public abstract class ProofTests(WebApp app)
{
    [Fact]
    public async Task There_is_no_call_that_completes_a_lesson()
    {
        var course = await app.ShelfAsync();
        var path = CourseActions.LessonPath(course, course.Manifest.Lessons[0]);
        using var browser = await app.SignInAsync(SmallWorld.Principal);

        foreach (var word in (string[])["/completion", "/complete", "/progress", "/checks", "/steps/complete", "/steps/AAAAAAAAAAAAAAAAAAAAAAAAAA", ""])
        {
            using var answer = await browser.PostAsync(path + word, new Dictionary<string, string> { ["finished"] = "true", ["minutes"] = "600", ["choice"] = "A" });
            Assert.True(answer.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.MethodNotAllowed, $"{word}: {answer.StatusCode}");
        }

        Assert.Empty(await app.CompletionsAsync(SmallWorld.Principal));
    }

    [Fact]
    public async Task A_replayed_token_credits_nothing_twice()
    {
        var course = await app.ShelfAsync();
        var lesson = course.Manifest.Lessons[1];
        using var browser = await app.SignInAsync(SmallWorld.VicePrincipal);
        var step = await browser.AnswerStepAsync(CourseActions.LessonPath(course, lesson), shown => AnswerBook.LettersOn(course.Bank, shown));

        for (var time = 0; time < 5; time++)
        {
            using var replay = await browser.SendStepAsync(step.Address, AnswerBook.LettersOn(course.Bank, step.Shown));
            Assert.Equal(HttpStatusCode.Redirect, replay.StatusCode);
        }

        Assert.Equal(1, await app.CountAnswersAsync(SmallWorld.VicePrincipal, lesson.Slug));
        Assert.Contains("已答对1 / 5题", await browser.ReadAsync(CourseActions.LessonPath(course, lesson)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Parallel_tabs_share_one_step_and_credit_one_answer()
    {
        var course = await app.ShelfAsync();
        var lesson = course.Manifest.Lessons[2];
        var path = CourseActions.LessonPath(course, lesson);
        using var browser = await app.SignInAsync(SmallWorld.Responsible);
        await browser.GetAsync("/account/token");

        await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => browser.PostAsync($"{path}/steps", new Dictionary<string, string>())));
        var step = (await browser.StepAsync(path))!;
        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => browser.SendStepAsync(step.Address, AnswerBook.LettersOn(course.Bank, step.Shown))));

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode));
        Assert.Equal(1, await app.CountAnswersAsync(SmallWorld.Responsible, lesson.Slug));
        var steps = await StepsAsync(SmallWorld.Responsible, lesson);
        Assert.Equal((2, 1), (steps.Count, steps.Count(one => one.ClosedAt is null)));
    }

    [Fact]
    public async Task What_the_client_says_of_the_time_moves_no_clock()
    {
        var course = await app.ShelfAsync();
        var lesson = course.Manifest.Lessons[3];
        var path = CourseActions.LessonPath(course, lesson);
        using var browser = await app.SignInAsync(SmallWorld.BinhePrincipal);
        for (var wrong = 0; wrong < 3; wrong++)
        {
            await browser.AnswerStepAsync(path, shown => AnswerBook.WrongLettersOn(course.Bank, shown));
        }

        var later = app.Clock.GetUtcNow().AddHours(3).ToString("O");
        using var asked = await browser.PostAsync($"{path}/steps?now={Uri.EscapeDataString(later)}", new Dictionary<string, string>
        {
            ["issuedAt"] = later,
            ["answeredAt"] = later,
            ["now"] = later,
            ["until"] = "2000-01-01",
            ["minutes"] = "600",
        });

        Assert.Null(await browser.StepAsync(path));
        Assert.DoesNotContain(await StepsAsync(SmallWorld.BinhePrincipal, lesson), step => step.ClosedAt is null);
    }

    [Fact]
    public async Task A_strangers_token_is_not_found()
    {
        var course = await app.ShelfAsync();
        var lesson = course.Manifest.Lessons[4];
        using var owner = await app.SignInAsync(SmallWorld.Teacher);
        using var stranger = await app.SignInAsync(SmallWorld.WangchuanPrincipal);
        using var visitor = app.Visitor();
        var step = (await owner.StepAsync(CourseActions.LessonPath(course, lesson)))!;
        var letters = AnswerBook.LettersOn(course.Bank, step.Shown);

        using var foreign = await stranger.SendStepAsync(step.Address, letters);
        using var signedOut = await visitor.SendStepAsync(step.Address, letters);
        using var elsewhere = await owner.SendStepAsync(step.Address.Replace(lesson.Slug, course.Manifest.Lessons[5].Slug, StringComparison.Ordinal), letters);
        using var nowhere = await owner.PostAsync("/courses/nothing/lessons/nothing/steps", new Dictionary<string, string>());

        Assert.Equal([HttpStatusCode.NotFound, HttpStatusCode.NotFound, HttpStatusCode.NotFound], new[] { foreign, elsewhere, nowhere }.Select(answer => answer.StatusCode));
        Assert.NotEqual(HttpStatusCode.OK, signedOut.StatusCode);
        Assert.Null(Assert.Single(await StepsAsync(SmallWorld.Teacher, lesson)).ClosedAt);
    }

    [Fact]
    public async Task Three_wrong_in_a_row_are_listed_for_who_organizes_the_training_and_for_nobody_else()
    {
        var course = await app.ShelfAsync();
        var lesson = course.Manifest.Lessons[6];
        var path = CourseActions.LessonPath(course, lesson);
        using var learner = await app.SignInAsync(SmallWorld.SchoolAdministrator);
        for (var wrong = 0; wrong < LessonProof.WrongInARow; wrong++)
        {
            await learner.AnswerStepAsync(path, shown => AnswerBook.WrongLettersOn(course.Bank, shown));
        }

        using var near = await app.SignInAsync(SmallWorld.LinxiOfficer);
        using var far = await app.SignInAsync(SmallWorld.WangchuanOfficer);
        using var teacher = await app.SignInAsync(SmallWorld.Teacher);
        using var visitor = app.Visitor();

        Assert.Contains("秦望舒", await near.ReadAsync("/courses/pauses?q=秦&course=major-hazards-2024&organization=第三十二&page=-3"), StringComparison.Ordinal);
        Assert.Contains("秦望舒", await near.ReadAsync("/courses/pauses.csv"), StringComparison.Ordinal);
        Assert.DoesNotContain("秦望舒", await near.ReadAsync("/courses/pauses?course=nothing"), StringComparison.Ordinal);
        Assert.DoesNotContain("秦望舒", await far.ReadAsync("/courses/pauses"), StringComparison.Ordinal);
        using var forbidden = await teacher.GetAsync("/courses/pauses");
        using var signedOut = await visitor.GetAsync("/courses/pauses.csv");
        Assert.Equal((HttpStatusCode.Forbidden, HttpStatusCode.Redirect), (forbidden.StatusCode, signedOut.StatusCode));
    }

    private Task<List<LessonStep>> StepsAsync(string personKey, CourseManifest.LessonEntry lesson)
    {
        var id = CourseActions.IdOf(personKey);
        return app.WithDbAsync(db => db.LessonSteps.AsNoTracking().Where(step => step.PersonId == id && step.LessonSlug == lesson.Slug).ToListAsync());
    }
}

public sealed class ProofOnSqlite(SqliteApp app) : ProofTests(app), IClassFixture<SqliteApp>;

public sealed class ProofOnPostgres(PostgresApp app) : ProofTests(app), IClassFixture<PostgresApp>;
