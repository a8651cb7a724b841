using TrainingHub.Time;

namespace TrainingHub.People.Imports;

/// <summary>An organization within the importer's reach, and whether the import speaks for it.</summary>
public sealed record KnownUnit(Guid Id, string Code, string Name, string FoldedName, bool IsSpokenFor)
{
    /// <summary>Names it had on other days, folded.</summary>
    public IReadOnlyList<string> FormerNames { get; init; } = [];

    /// <summary>Last day on which it exists (included).</summary>
    public DateOnly Until { get; init; } = Day.Open;

    /// <summary>The one it was merged into; null for none.</summary>
    public Guid? SuccessorId { get; init; }
}
