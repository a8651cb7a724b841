using TrainingHub.Hosting;

namespace TrainingHub.Contests;

/// <summary>Contests in which the reader plays, and those of units in reach.</summary>
/// <param name="Own">The newest first.</param>
/// <param name="Held">Null for who holds none.</param>
public sealed record ContestsPage(IReadOnlyList<ContestsPage.OwnContest> Own, ContestsPage.HeldContests? Held)
{
    public sealed record HeldContests(ContestsFilter Filter, IReadOnlyList<Row> Rows, Pages Pages, (ContestSort Column, bool IsDown) Order);

    /// <param name="Code">Part of addresses.</param>
    /// <param name="Title">Of the contest.</param>
    /// <param name="IsFinished">Whether it is over.</param>
    /// <param name="At">When the reader joined, in the zone; null for who was named as a member of a team.</param>
    public sealed record OwnContest(string Code, string Title, bool IsFinished, DateTime? At);

    /// <summary>A contest of a unit in reach; instants are UTC.</summary>
    public sealed record Row
    {
        public required ContestShape Shape { get; init; }

        /// <summary>Part of addresses.</summary>
        public required string Code { get; init; }
        public required string Title { get; init; }
        public required string OwnerName { get; init; }
        public required DateTime CreatedAt { get; init; }
        public required ContestStanding Standing { get; init; }

        /// <summary>Null where it has none of its own.</summary>
        public required int? Questions { get; init; }

        /// <summary>Players, teams or entries; null where they are not counted here.</summary>
        public required int? Seats { get; init; }

        /// <summary>Where who holds it goes on with it.</summary>
        public string Path => (Shape, Standing) switch
        {
            (ContestShape.Open, _) => $"/contests/open/{Code}",
            (ContestShape.Speeches, _) => $"/contests/speeches/{Code}",
            (ContestShape.Stage, ContestStanding.Draft) => $"/contests/{Code}/stage/settings",
            (ContestShape.Stage, ContestStanding.Finished) => $"/contests/{Code}/sheet",
            (_, ContestStanding.Draft) => $"/contests/{Code}/settings",
            (_, ContestStanding.Finished) => $"/contests/{Code}/results",
            _ => $"/contests/{Code}/host",
        };
    }
}
