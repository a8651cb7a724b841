namespace TrainingHub.Contests.Awards;

/// <summary>获奖名单: proposed by the final ranking, confirmed by the organizer.</summary>
/// <param name="Rows">By rank; null while the ranking is not final.</param>
/// <param name="MayRevoke">Whether the reader may revoke certificates.</param>
public sealed record PrizesPage(PrizeList List, IReadOnlyList<PrizesPage.Row>? Rows, bool MayRevoke, string? Reason = null)
{
    public int Open => Rows?.Count(row => row.Award is null) ?? 0;

    public sealed record Row
    {
        public required PrizeList.Line Line { get; init; }

        /// <summary>Null once anonymized.</summary>
        public required string? Name { get; init; }
        public required string? StaffNumber { get; init; }

        /// <summary>For which they competed; null where it was no more on the day on which the contest ended.</summary>
        public required string? UnitName { get; init; }

        /// <summary>Null until it is confirmed.</summary>
        public required ContestAward? Award { get; init; }

        /// <summary>Of the certificate; null: none.</summary>
        public required string? Serial { get; init; }

        /// <summary>Why the certificate was revoked; null while it stands.</summary>
        public required string? RevokedBecause { get; init; }
    }
}
