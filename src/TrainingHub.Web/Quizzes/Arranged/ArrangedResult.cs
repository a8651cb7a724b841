namespace TrainingHub.Quizzes.Arranged;

/// <summary>Takes out of a result what the quiz does not tell its person yet.</summary>
public sealed class ArrangedResult(FindArranged find, QuizReleases releases)
{
    /// <summary>What may be told; null for the quiz of a course, of which everything is.</summary>
    public async Task<HeldResult?> RunAsync(ResultPage page, CancellationToken cancel)
    {
        if (await find.RunAsync(page.Slug, cancel) is not { } found)
        {
            return null;
        }

        var released = await releases.OfAsync(found.Quiz, found.Terms, cancel);
        return new HeldResult
        {
            Slug = page.Slug,
            Title = found.Terms.Title,
            Number = page.Number,
            Answered = page.Answered,
            SubmittedAt = page.SubmittedAt,
            Release = found.Terms.Release,
            Score = released.Score ? new HeldResult.ToldScore(page.Points, page.FullPoints, page.PassPoints, page.Passed) : null,
            Page = released.Answers ? Told(page, found.Terms.Title, released) : null,
        };
    }

    private static ResultPage Told(ResultPage page, string title, ReleasePolicy.Released released) => page with
    {
        Title = title,
        Items = released.Explanations ? page.Items : [.. page.Items.Select(WithoutExplanation)],
    };

    private static ResultPage.Item WithoutExplanation(ResultPage.Item item) =>
        item with { Answered = item.Answered with { Key = item.Answered.Key is { } key ? key with { Explanation = "" } : null }, Basis = null, BasisText = null };
}
