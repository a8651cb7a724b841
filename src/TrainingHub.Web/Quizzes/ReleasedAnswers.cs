using Microsoft.EntityFrameworkCore;
using TrainingHub.Practice;
using TrainingHub.Questions;
using TrainingHub.Quizzes.Arranged;
using TrainingHub.Quizzes.Regrades;
using TrainingHub.Storage;

namespace TrainingHub.Quizzes;

/// <summary>Tells practice what was answered on papers that were handed in, as far as everything about them is released: practice names the basis of what was wrong.</summary>
public sealed class ReleasedAnswers(Db db, QuestionShelf questionShelf, CorrectedQuestions corrected, QuizReleases releases) : IReleasedAnswers
{
    public async Task<IReadOnlyList<PastAnswer>> OfAsync(Guid personId, CancellationToken cancel)
    {
        var unreleased = await releases.HeldAsync(personId, released => released.Explanations, cancel);
        var rows = await (
            from attempt in db.Attempts.AsNoTracking()
            where attempt.PersonId == personId && attempt.SubmittedAt != null && !unreleased.Contains(attempt.QuizSlug)
            join item in db.AttemptItems on attempt.Id equals item.AttemptId
            join entry in db.AnswerEntries on new { item.AttemptId, Item = item.Number } equals new { entry.AttemptId, entry.Item }
            where !entry.IsLate && !db.AnswerEntries.Any(later => later.AttemptId == entry.AttemptId && later.Item == entry.Item && !later.IsLate && later.Version > entry.Version)
            select new { attempt.QuizSlug, CourseSlug = item.Source ?? attempt.CourseSlug, At = attempt.SubmittedAt!.Value, item.QuestionHash, item.OptionOrder, entry.Choice }).ToListAsync(cancel);
        var shown = await questionShelf.QuestionsAsync([.. rows.Select(row => row.QuestionHash)], cancel);
        var byQuiz = new Dictionary<string, IReadOnlyDictionary<string, QuestionVersion>>(StringComparer.Ordinal);
        foreach (var slug in rows.Select(row => row.QuizSlug).Distinct(StringComparer.Ordinal))
        {
            byQuiz[slug] = await corrected.InAsync(slug, shown, cancel);
        }

        return
        [
            .. from row in rows
               where shown.ContainsKey(row.QuestionHash)
               let question = byQuiz[row.QuizSlug][row.QuestionHash]
               let read = ResponseText.Parse(row.Choice, question.Prompt, PaperItem.ParseOptionOrder(row.OptionOrder)) as ResponseOutcome.Parsed
               where read is { Response.IsUnanswered: false } && question.Prompt.IsGradedAtOnce
               select new PastAnswer(row.CourseSlug, row.QuestionHash, Grading.IsRight(question, read.Response), row.At),
        ];
    }
}
