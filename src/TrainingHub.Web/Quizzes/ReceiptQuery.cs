using Microsoft.EntityFrameworkCore;
using TrainingHub.Questions;
using TrainingHub.Questions.Answers;
using TrainingHub.Quizzes.Regrades;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Quizzes;

/// <summary>What was answered, out of the log.</summary>
public sealed class ReceiptQuery(Db db, QuizReach reach, QuestionShelf questionShelf, DayClock clock)
{
    /// <summary>Null when the person has no such attempt or it is still open.</summary>
    public async Task<ReceiptPage?> RunAsync(Guid personId, string slug, int number, CancellationToken cancel)
    {
        var attempt = await db.Attempts.AsNoTracking().SingleOrDefaultAsync(a => a.PersonId == personId && a.QuizSlug == slug && a.Number == number, cancel);
        if (attempt is not { SubmittedAt: { } submittedAt })
        {
            return null;
        }

        var items = await db.PaperAsync(attempt.Id, cancel);
        var prompts = await questionShelf.PromptsAsync([.. items.Select(item => item.QuestionHash)], cancel);
        var answers = (await db.CountingAnswersAsync(attempt.Id, cancel)).ToDictionary(answer => answer.Item);
        return new ReceiptPage
        {
            Slug = slug,
            Number = number,
            Title = await reach.TitleAsync(slug, cancel) ?? slug,
            Person = await db.People.Where(person => person.Id == personId).Select(person => person.Name).SingleAsync(cancel),
            StartedAt = clock.InZone(attempt.StartedAt),
            SubmittedAt = clock.InZone(submittedAt),
            Absences = await db.AttemptEvents.CountAsync(e => e.AttemptId == attempt.Id && e.Kind == AttemptEventKind.Left, cancel),
            Lines = items.ConvertAll(item => LineOf(item, prompts[item.QuestionHash], answers.GetValueOrDefault(item.Number), PicturesController.FolderOf(slug, number))),
        };
    }

    private ReceiptPage.Line LineOf(AttemptItem item, QuestionPrompt prompt, AnswerEntry? answer, string pictures)
    {
        var order = PaperItem.ParseOptionOrder(item.OptionOrder);
        var answered = new AnsweredView
        {
            Prompt = prompt,
            Key = null,
            Order = order,
            Response = ResponseText.Parse(answer?.Choice, prompt, order) is ResponseOutcome.Parsed(var response) ? response : new Response.Unanswered(),
            Pictures = pictures,
        };
        return new ReceiptPage.Line(item.Number, answered, answer?.Version ?? 0, answer is null ? null : clock.InZone(answer.SavedAt));
    }
}
