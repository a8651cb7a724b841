using TrainingHub.Hosting;

namespace TrainingHub.Coverage;

public sealed record ChangesPage
{
    public required TargetSummary Target { get; init; }
    public required UnitChoice Unit { get; init; }
    public required ChangesFilter Filter { get; init; }
    public required IReadOnlyDictionary<RecentChangeKind, int> Kinds { get; init; }
    public required IReadOnlyList<ChangeRow> Rows { get; init; }
    public required Pages Pages { get; init; }
    public required DateTime AsOf { get; init; }
}
