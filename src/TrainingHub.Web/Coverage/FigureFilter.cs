namespace TrainingHub.Coverage;

/// <summary>What the page of a figure was asked for.</summary>
public sealed record FigureFilter
{
    /// <summary>Code of the organization; empty for the topmost in reach.</summary>
    public string? Organization { get; init; }

    /// <summary>Order of the units.</summary>
    public UnitSort Sort { get; init; }
    public bool Reverse { get; init; }

    /// <summary>Order of the posts.</summary>
    public UnitSort Posts { get; init; } = UnitSort.Name;
    public bool PostsReverse { get; init; }

    /// <summary>Page of the units, from 1.</summary>
    public int Page { get; init; } = 1;
}
