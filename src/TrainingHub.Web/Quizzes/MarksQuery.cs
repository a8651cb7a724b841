using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using TrainingHub.Account;
using TrainingHub.People;
using TrainingHub.Questions;
using TrainingHub.Quizzes.Regrades;
using TrainingHub.Storage;

namespace TrainingHub.Quizzes;

/// <summary>Written answers that wait for a mark, of the people over whose quizzes the current person watches; never one's own.</summary>
public sealed class MarksQuery(Db db, QuizReach reach, QuestionShelf questionShelf, Scope scope, CurrentPerson current)
{
    private const int Most = 200;

    /// <summary>The list; null when there is no such quiz.</summary>
    public async Task<MarksPage?> RunAsync(string slug, CancellationToken cancel)
    {
        if (await reach.WatchedTitleAsync(slug, cancel) is not { } title)
        {
            return null;
        }

        var rows = await Waiting(slug).OrderBy(row => row.SubmittedAt).ThenBy(row => row.AttemptId).ThenBy(row => row.Item).Take(Most + 1).ToListAsync(cancel);
        var shown = rows.Take(Most).ToList();
        var prompts = await questionShelf.PromptsAsync([.. shown.Select(row => row.QuestionHash)], cancel);
        return new MarksPage(
            slug,
            title,
            [.. shown.Select(row => new MarksPage.Line(row.AttemptId, row.Item, CodeOf(row.AttemptId, row.Item), prompts[row.QuestionHash].Stem, row.Points, row.FullPoints))
                .OrderBy(line => line.Item).ThenBy(line => line.Points is not null).ThenBy(line => line.Code, StringComparer.Ordinal)],
            rows.Count > Most);
    }

    /// <summary>One answer; null when it is out of reach, one's own, or does not wait for a mark.</summary>
    public async Task<MarkPage?> FindAsync(string slug, Guid attemptId, int item, MarkInput? input, CancellationToken cancel)
    {
        if (await reach.WatchedTitleAsync(slug, cancel) is not { } title
            || await Waiting(slug).SingleOrDefaultAsync(row => row.AttemptId == attemptId && row.Item == item, cancel) is not { } row)
        {
            return null;
        }

        var question = (await questionShelf.QuestionsAsync([row.QuestionHash], cancel))[row.QuestionHash];
        var mark = await db.AnswerMarks.AsNoTracking().Where(m => m.AttemptId == attemptId && m.Item == item)
            .OrderByDescending(m => m.MarkedAt).ThenByDescending(m => m.Id).FirstOrDefaultAsync(cancel);
        return new MarkPage
        {
            Slug = slug,
            Title = title,
            AttemptId = attemptId,
            Item = item,
            Code = CodeOf(attemptId, item),
            Question = question,
            Answer = row.Answer,
            FullPoints = row.FullPoints,
            Input = input ?? (mark is null ? new MarkInput() : new MarkInput { Given = mark.GivenLines, Comment = mark.Comment }),
        };
    }

    // Of the hash nobody reads when an answer was written, as they could of an id.
    private static string CodeOf(Guid attemptId, int item) =>
        Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{attemptId} {item}"))))[..6];

    private IQueryable<Row> Waiting(string slug)
    {
        var people = scope.PeopleInPost(Capability.ManageQuizzes).Where(person => person.Id != current.Id).Select(person => person.Id);
        return
            from attempt in db.Attempts.AsNoTracking()
            where attempt.QuizSlug == slug && attempt.SubmittedAt != null && attempt.Passed == null && people.Contains(attempt.PersonId)
            join item in db.AttemptItems on attempt.Id equals item.AttemptId
            join question in db.PublishedQuestions on item.QuestionHash equals question.Hash
            where question.Kind == QuestionKind.Written
            join entry in db.AnswerEntries on new { item.AttemptId, Item = item.Number } equals new { entry.AttemptId, entry.Item }
            where !entry.IsLate && entry.Choice != ""
                && !db.AnswerEntries.Any(later => later.AttemptId == entry.AttemptId && later.Item == entry.Item && !later.IsLate && later.Version > entry.Version)
            select new Row
            {
                AttemptId = attempt.Id,
                SubmittedAt = attempt.SubmittedAt!.Value,
                Item = item.Number,
                QuestionHash = item.QuestionHash,
                FullPoints = item.Points,
                Answer = entry.Choice,
                Points = db.AnswerMarks.Where(m => m.AttemptId == attempt.Id && m.Item == item.Number)
                    .OrderByDescending(m => m.MarkedAt).ThenByDescending(m => m.Id).Select(m => (int?)m.Points).FirstOrDefault(),
            };
    }

    private sealed class Row
    {
        public required Guid AttemptId { get; init; }
        public required DateTime SubmittedAt { get; init; }
        public required int Item { get; init; }
        public required string QuestionHash { get; init; }
        public required int FullPoints { get; init; }
        public required string Answer { get; init; }
        public required int? Points { get; init; }
    }
}
