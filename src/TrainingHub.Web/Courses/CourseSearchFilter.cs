using TrainingHub.Standards;

namespace TrainingHub.Courses;

/// <summary>What is looked for.</summary>
public sealed record CourseSearchFilter
{
    public string? Q { get; init; }

    /// <summary>Only clauses, lessons or questions; null for all.</summary>
    public SearchKind? Kind { get; init; }

    public int Page { get; init; } = 1;

    /// <summary>What was typed; empty when nothing was. Longer than anybody types is cut.</summary>
    public string Typed => Q?.Trim() is { Length: > 100 } longer ? longer[..100] : Q?.Trim() ?? "";
}
