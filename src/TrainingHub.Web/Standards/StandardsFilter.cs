namespace TrainingHub.Standards;

/// <summary>What the list of standards shows.</summary>
public sealed record StandardsFilter
{
    /// <summary>Words to look for in titles, numbers and clauses.</summary>
    public string? Q { get; init; }

    /// <summary>Only this kind of document; null for all.</summary>
    public StandardKind? Kind { get; init; }

    /// <summary>Whether replaced editions are shown as well.</summary>
    public bool Replaced { get; init; }

    public int Page { get; init; } = 1;

    /// <summary>What was typed; null when nothing was. Longer than anybody types is cut.</summary>
    public string? Typed => string.IsNullOrWhiteSpace(Q) ? null : Q.Trim() is { Length: > 100 } typed ? typed[..100] : Q.Trim();
}
