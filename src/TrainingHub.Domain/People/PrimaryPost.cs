using TrainingHub.Time;

namespace TrainingHub.People;

/// <summary>Sees to it that a person who holds posts has exactly one main post (主任职) on every day.</summary>
public static class PrimaryPost
{
    /// <summary>
    /// Settles the days from <paramref name="from"/> on; earlier days stay as they are. The preferred post is the main one wherever it is held;
    /// else whichever is, of several the earliest, then the lower key; where none is, the earliest post held becomes it.
    /// </summary>
    /// <returns>The posts cut into pieces, in the order of their days; a post that stays as it was comes back as one equal piece.</returns>
    public static IReadOnlyList<PostSpan> Settle(IReadOnlyCollection<PostSpan> posts, Guid? preferred, DateOnly from)
    {
        ArgumentNullException.ThrowIfNull(posts);
        DateOnly[] starts = [.. posts.SelectMany(Boundaries).Append(from).Distinct().Order()];
        return [.. posts.SelectMany(post => Cut(post, posts, starts, preferred, from))];
    }

    private static IEnumerable<PostSpan> Cut(PostSpan post, IReadOnlyCollection<PostSpan> posts, DateOnly[] starts, Guid? preferred, DateOnly from)
    {
        PostSpan? piece = null;
        foreach (var start in starts.Where(start => post.From <= start && start <= post.Until))
        {
            var isPrimary = start < from ? post.IsPrimary : MainOn(posts, start, preferred) == post;
            if (piece is null)
            {
                piece = post with { IsPrimary = isPrimary };
            }
            else if (piece.IsPrimary != isPrimary)
            {
                yield return piece with { Until = start.AddDays(-1) };
                piece = post with { From = start, IsPrimary = isPrimary };
            }
        }

        if (piece is not null)
        {
            yield return piece;
        }
    }

    private static PostSpan MainOn(IEnumerable<PostSpan> posts, DateOnly day, Guid? preferred) =>
        posts.Where(post => post.From <= day && day <= post.Until)
            .OrderByDescending(post => post.Key == preferred)
            .ThenByDescending(post => post.IsPrimary)
            .ThenBy(post => post.From)
            .ThenBy(post => post.Key)
            .First();

    private static IEnumerable<DateOnly> Boundaries(PostSpan post) =>
        post.Until == Day.Open ? [post.From] : [post.From, post.Until.AddDays(1)];
}
