using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TrainingHub.Courses;
using TrainingHub.Questions;
using TrainingHub.Seeds;

namespace TrainingHub.WebTests.Courses;

/// <summary>What tests of courses do again and again.</summary>
internal static class CourseActions
{
    public const string Course = "major-hazards-2024";

    public static Guid IdOf(string personKey) => WorldIds.Of("person", personKey);

    public static async Task<ShelfCourse> ShelfAsync(this WebApp app, string slug = Course) =>
        await app.InsideAsync(async services => await services.GetRequiredService<CourseShelf>().FindAsync(slug, default))
            ?? throw new InvalidOperationException($"No course {slug}");

    public static string LettersOf(this QuestionVersion question) => string.Concat(question.Key.CorrectOptions.Select(index => (char)('A' + index)));

    /// <summary>Letters of an answer that is not right: for one answer another option, for several only the first right one.</summary>
    public static string WrongLettersOf(this QuestionVersion question) => question.Prompt.Kind is QuestionKind.Multiple
        ? question.LettersOf()[..1]
        : string.Equals(question.LettersOf(), "A", StringComparison.Ordinal) ? "B" : "A";

    public static Task<HttpResponseMessage> AnswerAsync(this TestBrowser browser, ShelfCourse course, string lesson, string question, string letters) =>
        browser.PostAsync($"/courses/{course.Slug}/lessons/{lesson}/checks/{question}", letters.Select(letter => KeyValuePair.Create("choice", $"{letter}")));

    /// <summary>Answers every check question of a lesson rightly.</summary>
    public static async Task FinishLessonAsync(this TestBrowser browser, ShelfCourse course, CourseManifest.LessonEntry lesson)
    {
        foreach (var check in lesson.Checks)
        {
            using var answer = await browser.AnswerAsync(course, lesson.Slug, check, course.FindQuestion(check)!.LettersOf());
            Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        }
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
