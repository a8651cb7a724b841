using System.Globalization;
using Microsoft.EntityFrameworkCore;
using TrainingHub.Courses;
using TrainingHub.Hosting;
using TrainingHub.Questions;
using TrainingHub.Questions.Answers;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Quizzes;

/// <summary>The paper of an open attempt with what has been saved of it.</summary>
public sealed class PaperQuery(Db db, CourseShelf shelf, QuestionShelf questionShelf, DayClock clock)
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
            Title = quiz is null ? slug : QuizWords.InLanguage(quiz.Title, quiz.TitleEn),
            SecondsLeft = QuizWords.SecondsLeft(attempt.Deadline, clock.Now),
            AddedMinutes = await db.QuizAllowances.Where(a => a.PersonId == personId && a.QuizSlug == slug && a.AttemptNumber == number).SumAsync(a => a.Minutes, cancel) ?? 0,
            Items = items.ConvertAll(item => ItemOf(item, prompts[item.QuestionHash], answers.GetValueOrDefault(item.Number), PicturesController.FolderOf(slug, number))),
        };
    }

    private PaperPage.Item ItemOf(AttemptItem item, QuestionPrompt prompt, AnswerEntry? answer, string folder) => new(
        item.Number,
        AnswerFields.Of(item.Number.ToString(CultureInfo.InvariantCulture), prompt, PaperItem.ParseOptionOrder(item.OptionOrder), answer?.Choice ?? "", folder),
        CaseView.Of(prompt.Case, folder),
        item.Points,
        item.Rule,
        answer?.Version ?? 0,
        answer is null ? null : clock.InZone(answer.SavedAt).Clock());
}
