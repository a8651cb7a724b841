namespace TrainingHub.Questions;

/// <summary>依据: where a question's answer comes from.</summary>
public abstract record Basis
{
    private Basis()
    {
    }

    /// <summary>A clause of an edition, its text seen.</summary>
    public sealed record OfClause(string StandardSlug, string Edition, string ClauseNumber) : Basis;

    /// <summary>Something an edition says, without a clause number.</summary>
    public sealed record OfStatement(string StandardSlug, string Edition, string Statement) : Basis;

    /// <summary>A named document outside the standards; <paramref name="Area"/> names where a local rule holds, null when it is not local.</summary>
    public sealed record OfDocument(string Document, string? Area, string Statement) : Basis;
}
