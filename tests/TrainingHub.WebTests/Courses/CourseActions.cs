using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TrainingHub.Courses;
using TrainingHub.Seeds;
using TrainingHub.Tests;

namespace TrainingHub.WebTests.Courses;

/// <summary>What tests of courses do again and again.</summary>
internal static class CourseActions
{
    public const string Course = "major-hazards-2024";

    public static Guid IdOf(string personKey) => WorldIds.Of("person", personKey);

    public static async Task<ShelfCourse> ShelfAsync(this WebApp app, string slug = Course) =>
        await app.InsideAsync(async services => await services.GetRequiredService<CourseShelf>().FindAsync(slug, default))
            ?? throw new InvalidOperationException($"No course {slug}");

    public static string LessonPath(ShelfCourse course, CourseManifest.LessonEntry lesson) => $"/courses/{course.Slug}/lessons/{lesson.Slug}";

    /// <summary>The step that is open on the page; asks for one when there is none. Null when none is issued.</summary>
    public static async Task<StepQuestion?> StepAsync(this TestBrowser browser, string path)
    {
        if (StepQuestion.Read(await browser.RawAsync(path)) is { } open)
        {
            return open;
        }

        using var asked = await browser.PostAsync($"{path}/steps", new Dictionary<string, string>());
        Assert.Equal(HttpStatusCode.Redirect, asked.StatusCode);
        return StepQuestion.Read(await browser.RawAsync(path));
    }

    public static Task<HttpResponseMessage> SendStepAsync(this TestBrowser browser, string address, string letters) =>
        browser.PostAsync(address, letters.Select(letter => KeyValuePair.Create("choice", $"{letter}")));

    /// <summary>How long a person of these tests reads a check question before answering it.</summary>
    public static readonly TimeSpan Reading = TimeSpan.FromSeconds(15);

    /// <summary>Answers the open step after reading it; returns what was asked.</summary>
    public static async Task<StepQuestion> AnswerStepAsync(this TestBrowser browser, string path, Func<PaperQuestion, string> choose)
    {
        var step = await browser.StepAsync(path) ?? throw new InvalidOperationException($"Nothing is asked on {path}.");
        browser.Clock.Move(Reading);
        using var answer = await browser.SendStepAsync(step.Address, choose(step.Shown));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return step;
    }

    /// <summary>Answers steps until none is issued any more; returns how many.</summary>
    public static async Task<int> AnswerStepsAsync(this TestBrowser browser, string path, Func<PaperQuestion, string> choose)
    {
        var answered = 0;
        while (await browser.StepAsync(path) is { } step)
        {
            browser.Clock.Move(Reading);
            using var answer = await browser.SendStepAsync(step.Address, choose(step.Shown));
            Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
            answered++;
        }

        return answered;
    }

    /// <summary>Answers rightly until the lesson is finished.</summary>
    public static Task FinishLessonAsync(this TestBrowser browser, ShelfCourse course, CourseManifest.LessonEntry lesson) =>
        browser.AnswerStepsAsync(LessonPath(course, lesson), shown => AnswerBook.LettersOn(course.Bank, shown));

    /// <summary>The page as it was sent.</summary>
    public static async Task<string> RawAsync(this TestBrowser browser, string path)
    {
        using var answer = await browser.GetAsync(path);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadAsStringAsync();
    }

    public static Task<int> CountAnswersAsync(this WebApp app, string personKey, string lesson)
    {
        var id = IdOf(personKey);
        return app.WithDbAsync(db => db.CheckAnswers.CountAsync(answer => answer.PersonId == id && answer.LessonSlug == lesson));
    }

    public static Task<List<LessonCompletion>> CompletionsAsync(this WebApp app, string personKey)
    {
        var id = IdOf(personKey);
        return app.WithDbAsync(db => db.LessonCompletions.AsNoTracking().Where(completion => completion.PersonId == id).ToListAsync());
    }
}
