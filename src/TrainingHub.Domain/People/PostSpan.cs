namespace TrainingHub.People;

/// <summary>The days of one post, both ends included, and whether it is the main one on them. <paramref name="Key"/> names the post to the caller.</summary>
public sealed record PostSpan(Guid Key, DateOnly From, DateOnly Until, bool IsPrimary)
{
    /// <summary>The parts, in the order of their days, on which none of the others is held.</summary>
    public IReadOnlyList<PostSpan> Without(IReadOnlyCollection<PostSpan> others)
    {
        ArgumentNullException.ThrowIfNull(others);
        var (parts, rest) = (new List<PostSpan>(), this);
        foreach (var other in others.Where(other => other.From <= Until && From <= other.Until).OrderBy(other => other.From))
        {
            if (rest.From < other.From)
            {
                parts.Add(rest with { Until = other.From.AddDays(-1) });
            }

            if (other.Until >= Until)
            {
                return parts;
            }

            rest = other.Until < rest.From ? rest : rest with { From = other.Until.AddDays(1) };
        }

        return [.. parts, rest];
    }
}
