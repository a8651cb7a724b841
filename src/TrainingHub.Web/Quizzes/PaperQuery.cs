using Microsoft.EntityFrameworkCore;
using TrainingHub.Courses;
using TrainingHub.Hosting;
using TrainingHub.Questions;
using TrainingHub.Quizzes.Arranged;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Quizzes;

/// <summary>The paper of an open attempt with what has been saved of it.</summary>
public sealed class PaperQuery(Db db, CourseShelf shelf, QuestionShelf questionShelf, FindArranged arranged, DayClock clock)
{
    /// <summary>The paper; null when the person has no such attempt or it has been handed in.</summary>
    public async Task<PaperPage?> RunAsync(Guid personId, string slug, int number, CancellationToken cancel)
    {
        var attempt = await db.Attempts.AsNoTracking()
            .SingleOrDefaultAsync(a => a.PersonId == personId && a.QuizSlug == slug && a.Number == number && a.SubmittedAt == null, cancel);
        if (attempt is null)
        {
            return null;
        }

        var items = await db.PaperAsync(attempt.Id, cancel);
        var prompts = await questionShelf.PromptsAsync([.. items.Select(item => item.QuestionHash)], cancel);
        var answers = (await db.CountingAnswersAsync(attempt.Id, cancel)).ToDictionary(answer => answer.Item);
        var quiz = (await shelf.FindQuizAsync(slug, cancel))?.Quiz;
        return new PaperPage
        {
            AttemptId = attempt.Id,
            Slug = slug,
            Number = number,
            Title = quiz is null ? await arranged.TitleAsync(slug, cancel) ?? slug : QuizWords.InLanguage(quiz.Title, quiz.TitleEn),
            SecondsLeft = QuizWords.SecondsLeft(attempt.Deadline, clock.Now),
            AddedMinutes = await db.QuizAllowances.Where(a => a.PersonId == personId && a.QuizSlug == slug && a.AttemptNumber == number).SumAsync(a => a.Minutes, cancel) ?? 0,
            Items = items.ConvertAll(item => ItemOf(item, prompts[item.QuestionHash], answers.GetValueOrDefault(item.Number))),
        };
    }

    private PaperPage.Item ItemOf(AttemptItem item, QuestionPrompt prompt, AnswerEntry? answer) => new(
        item.Number,
        prompt.Kind,
        prompt.Stem,
        prompt.Kind is QuestionKind.TrueFalse ? [] : [.. PaperItem.ParseOptionOrder(item.OptionOrder).Select(index => prompt.Options[index])],
        item.Points,
        answer?.Version ?? 0,
        answer?.Choice ?? "",
        answer is null ? null : clock.InZone(answer.SavedAt).Clock());
}
