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
}
