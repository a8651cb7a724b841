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

    /// <summary>All that the filter finds.</summary>
    public required int Count { get; init; }
    public required DateTime AsOf { get; init; }

    public int Pages => Math.Max(1, (Count + PeopleQuery.PageSize - 1) / PeopleQuery.PageSize);
}
