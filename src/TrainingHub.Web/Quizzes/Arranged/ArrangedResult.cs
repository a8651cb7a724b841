using Microsoft.EntityFrameworkCore;
using TrainingHub.Storage;

namespace TrainingHub.Quizzes.Arranged;

/// <summary>Takes out of a result what the quiz does not tell its person yet.</summary>
public sealed class ArrangedResult(Db db, FindArranged find, QuizReleases releases)
{
    /// <summary>What may be told; null for the quiz of a course, of which everything is.</summary>
    /// <param name="personId">Whose attempt it is.</param>
    /// <param name="page">Everything.</param>
    /// <param name="cancel">Ends it.</param>
    public async Task<HeldResult?> RunAsync(Guid personId, ResultPage page, CancellationToken cancel)
    {
        if (await find.RunAsync(page.Slug, cancel) is not { } found)
        {
            return null;
        }

        var released = await releases.OfAsync(found.Quiz, found.Terms, cancel);
        var counting = released.Score ? await CountingAsync(personId, found.Quiz.Slug, found.Terms, cancel) : null;
        return new HeldResult
        {
            Slug = page.Slug,
            Title = found.Terms.Title,
            Number = page.Number,
            Answered = page.Answered,
            Used = page.Used,
            SubmittedAt = page.SubmittedAt,
            Release = found.Terms.Release,
            Score = released.Score ? new HeldResult.ToldScore(page.Points, page.FullPoints, page.PassPoints, page.Passed) : null,
            Counting = counting,
            Page = released.Answers ? Told(page, found.Terms.Title, released) with { Counting = counting } : null,
        };
    }

    private async Task<ResultPage.CountingLine?> CountingAsync(Guid personId, string slug, QuizTerms terms, CancellationToken cancel)
    {
        var attempts = await db.Attempts.AsNoTracking().Where(attempt => attempt.PersonId == personId && attempt.QuizSlug == slug).ToListAsync(cancel);
        return terms.AttemptsAllowed > 1 || attempts.Count > 1 ? new ResultPage.CountingLine(terms.Counts, QuizTerms.CountingOf(terms.Counts, attempts)?.Number) : null;
    }

    private static ResultPage Told(ResultPage page, string title, ReleasePolicy.Released released) => page with
    {
        Title = title,
        Items = released.Explanations ? page.Items : [.. page.Items.Select(WithoutExplanation)],
    };

    private static ResultPage.Item WithoutExplanation(ResultPage.Item item) =>
        item with { Answered = item.Answered with { Key = item.Answered.Key is { } key ? key with { Explanation = "" } : null }, Bases = [] };
}
