using TrainingHub.Hosting;

namespace TrainingHub.Coverage;

/// <summary>The frozen names of a unit.</summary>
public sealed record SnapshotPeoplePage
{
    public required SnapshotPlace Place { get; init; }
    public required PeopleFilter Filter { get; init; }
    public required IReadOnlyDictionary<StandingKind, int> Kinds { get; init; }
    public required IReadOnlyList<PersonRow> Rows { get; init; }
    public required Pages Pages { get; init; }
}
