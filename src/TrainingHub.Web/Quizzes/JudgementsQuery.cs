using Microsoft.EntityFrameworkCore;
using TrainingHub.Questions;
using TrainingHub.Quizzes.Arranged;
using TrainingHub.Quizzes.Regrades;
using TrainingHub.Storage;

namespace TrainingHub.Quizzes;

/// <summary>How well somebody knows what they know: all their judgements of hazards on papers whose answers they have been told.</summary>
public sealed class JudgementsQuery(Db db, QuestionShelf questionShelf, CorrectedQuestions corrected, QuizReleases releases)
{
    /// <param name="personId">Whose.</param>
    /// <param name="withheld">Questions that stand on a paper the person is answering now; left out.</param>
    /// <param name="cancel">Ends it.</param>
    public async Task<IReadOnlyList<Calibration>> RunAsync(Guid personId, IReadOnlySet<(string CourseSlug, string QuestionId)> withheld, CancellationToken cancel)
    {
        // A count of right ones would tell of a paper whose answers are not released.
        var held = await releases.HeldAsync(personId, released => released.Answers, cancel);
        var rows = await (
            from attempt in db.Attempts.AsNoTracking()
            where attempt.PersonId == personId && attempt.SubmittedAt != null && attempt.Passed != null && !held.Contains(attempt.QuizSlug)
            join item in db.AttemptItems on attempt.Id equals item.AttemptId
            join question in db.PublishedQuestions on item.QuestionHash equals question.Hash
            where question.Kind == QuestionKind.Judgement
            join entry in db.AnswerEntries on new { item.AttemptId, Item = item.Number } equals new { entry.AttemptId, entry.Item }
            where !entry.IsLate && !db.AnswerEntries.Any(later => later.AttemptId == entry.AttemptId && later.Item == entry.Item && !later.IsLate && later.Version > entry.Version)
            select new { attempt.QuizSlug, CourseSlug = item.Source ?? attempt.CourseSlug, item.QuestionHash, item.OptionOrder, entry.Choice }).ToListAsync(cancel);
        var shown = await questionShelf.QuestionsAsync([.. rows.Select(row => row.QuestionHash)], cancel);
        var byQuiz = new Dictionary<string, IReadOnlyDictionary<string, QuestionVersion>>(StringComparer.Ordinal);
        foreach (var slug in rows.Select(row => row.QuizSlug).Distinct(StringComparer.Ordinal))
        {
            byQuiz[slug] = await corrected.InAsync(slug, shown, cancel);
        }

        return Calibration.From(
            from row in rows
            let question = byQuiz[row.QuizSlug][row.QuestionHash]
            where !withheld.Contains((row.CourseSlug, question.Prompt.Id))
            let read = ResponseText.Parse(row.Choice, question.Prompt, PaperItem.ParseOptionOrder(row.OptionOrder)) as ResponseOutcome.Parsed
            where read?.Response is Response.Judged
            select (question.Key, (Response.Judged)read.Response));
    }
}
