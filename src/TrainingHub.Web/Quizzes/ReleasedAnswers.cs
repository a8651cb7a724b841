using Microsoft.EntityFrameworkCore;
using TrainingHub.Practice;
using TrainingHub.Questions;
using TrainingHub.Quizzes.Arranged;
using TrainingHub.Storage;

namespace TrainingHub.Quizzes;

/// <summary>Tells practice what was answered on papers that were handed in, as far as their answers are released.</summary>
public sealed class ReleasedAnswers(Db db, QuestionShelf questionShelf, QuizReleases releases) : IReleasedAnswers
{
    public async Task<IReadOnlyList<PastAnswer>> OfAsync(Guid personId, CancellationToken cancel)
    {
        var unreleased = await UnreleasedAsync(personId, cancel);
        var rows = await (
            from attempt in db.Attempts.AsNoTracking()
            where attempt.PersonId == personId && attempt.SubmittedAt != null && !unreleased.Contains(attempt.QuizSlug)
            join item in db.AttemptItems on attempt.Id equals item.AttemptId
            join entry in db.AnswerEntries on new { item.AttemptId, Item = item.Number } equals new { entry.AttemptId, entry.Item }
            where !entry.IsLate && !db.AnswerEntries.Any(later => later.AttemptId == entry.AttemptId && later.Item == entry.Item && !later.IsLate && later.Version > entry.Version)
            select new { CourseSlug = item.Source ?? attempt.CourseSlug, At = attempt.SubmittedAt!.Value, item.QuestionHash, item.OptionOrder, entry.Choice }).ToListAsync(cancel);
        var questions = await questionShelf.QuestionsAsync([.. rows.Select(row => row.QuestionHash)], cancel);
        return
        [
            .. from row in rows
               where questions.ContainsKey(row.QuestionHash)
               let question = questions[row.QuestionHash]
               let read = ResponseText.Parse(row.Choice, question.Prompt, PaperItem.ParseOptionOrder(row.OptionOrder)) as ResponseOutcome.Parsed
               where read is { Response.IsUnanswered: false } && question.Prompt.IsGradedAtOnce
               select new PastAnswer(row.CourseSlug, row.QuestionHash, Grading.IsRight(question, read.Response), row.At),
        ];
    }

    private async Task<List<string>> UnreleasedAsync(Guid personId, CancellationToken cancel)
    {
        var taken = await db.Attempts.Where(attempt => attempt.PersonId == personId && attempt.CourseSlug == "" && attempt.SubmittedAt != null).Select(attempt => attempt.QuizSlug).Distinct().ToListAsync(cancel);
        var kept = new List<string>();
        foreach (var slug in taken)
        {
            if (!(await releases.OfAsync(slug, cancel)).Answers)
            {
                kept.Add(slug);
            }
        }

        return kept;
    }
}
