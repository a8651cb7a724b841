using TrainingHub.Hosting;

namespace TrainingHub.Contests;

/// <summary>Contests in which the reader plays, and those of units in reach.</summary>
/// <param name="Own">The newest first.</param>
/// <param name="Held">Null for who holds none.</param>
public sealed record ContestsPage(IReadOnlyList<ContestsPage.OwnContest> Own, ContestsPage.HeldContests? Held)
{
    public sealed record HeldContests(ContestsFilter Filter, IReadOnlyList<Row> Rows, Pages Pages, (ContestSort Column, bool IsDown) Order);

    public sealed record OwnContest(string Code, string Title, bool IsFinished, DateTime At);

    /// <summary>A contest of a unit in reach; instants are UTC.</summary>
    public sealed record Row
    {
        public required string Code { get; init; }
        public required string Title { get; init; }
        public required string OwnerName { get; init; }
        public required DateTime CreatedAt { get; init; }
        public required DateTime? PreparedAt { get; init; }
        public required DateTime? FinishedAt { get; init; }
        public required int Questions { get; init; }
        public required int Seats { get; init; }

        public ContestStanding Standing => FinishedAt is not null ? ContestStanding.Finished : PreparedAt is not null ? ContestStanding.Running : ContestStanding.Draft;
    }
}
