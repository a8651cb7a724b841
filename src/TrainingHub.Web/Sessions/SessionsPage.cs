using TrainingHub.Hosting;

namespace TrainingHub.Sessions;

/// <summary>One's own sessions, and those one keeps.</summary>
/// <param name="Own">Those ahead first.</param>
/// <param name="Kept">Null for who keeps none.</param>
public sealed record SessionsPage(IReadOnlyList<OwnSession> Own, SessionsPage.KeptSessions? Kept)
{
    public sealed record KeptSessions(SessionsFilter Filter, IReadOnlyList<Row> Rows, Pages Pages, (SessionSort Column, bool IsDown) Order);

    /// <summary>A session of a unit in reach.</summary>
    public sealed record Row
    {
        public required string Code { get; init; }
        public required string Title { get; init; }
        public required int Batch { get; init; }
        public required SessionKind Kind { get; init; }
        public required string OwnerName { get; init; }
        public required string Place { get; init; }
        public required string Lecturer { get; init; }
        public required SessionStanding Standing { get; init; }
        public required DateOnly FirstDay { get; init; }
        public required DateOnly LastDay { get; init; }
        public required int Seats { get; init; }

        /// <summary>Who holds a seat.</summary>
        public required int Called { get; init; }

        /// <summary>Who was there in any half-day.</summary>
        public required int Came { get; init; }
    }
}
