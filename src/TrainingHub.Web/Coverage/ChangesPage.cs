namespace TrainingHub.Coverage;

public sealed record ChangesPage
{
    public required TargetSummary Target { get; init; }
    public required UnitChoice Unit { get; init; }
    public required ChangesFilter Filter { get; init; }
    public required IReadOnlyDictionary<RecentChangeKind, int> Kinds { get; init; }
    public required IReadOnlyList<ChangeRow> Rows { get; init; }

    /// <summary>All that the filter finds.</summary>
    public required int Count { get; init; }
    public required DateTime AsOf { get; init; }

    public int Pages => Math.Max(1, (Count + ChangesQuery.PageSize - 1) / ChangesQuery.PageSize);
}
