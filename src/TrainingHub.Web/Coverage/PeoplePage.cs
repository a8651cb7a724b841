using TrainingHub.Hosting;

namespace TrainingHub.Coverage;

public sealed record PeoplePage
{
    public required TargetSummary Target { get; init; }
    public required UnitChoice Unit { get; init; }
    public required IReadOnlyList<UnitChoice> Above { get; init; }
    public required PeopleFilter Filter { get; init; }
    public required IReadOnlyDictionary<StandingKind, int> Kinds { get; init; }
    public required IReadOnlyDictionary<MissingReason, int> Reasons { get; init; }
    public required IReadOnlyList<PersonRow> Rows { get; init; }
    public required Pages Pages { get; init; }
    public required DateTime AsOf { get; init; }

    /// <summary>Why the day asked for has no figure; null otherwise.</summary>
    public AsOfFault? Fault { get; init; }

    /// <summary>Whether the names are of another day or moment than now.</summary>
    public bool IsPast { get; init; }
}
