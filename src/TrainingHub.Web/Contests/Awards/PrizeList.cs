namespace TrainingHub.Contests.Awards;

/// <summary>Whom a contest proposes for its prizes.</summary>
public sealed record PrizeList
{
    public required Guid ContestId { get; init; }

    /// <summary>Path of the contest.</summary>
    public required string Path { get; init; }

    /// <summary>Where the page of prizes leads back to.</summary>
    public required string Home { get; init; }
    public required string Title { get; init; }

    /// <summary>The unit that holds it.</summary>
    public required Guid OrganizationId { get; init; }

    /// <summary>On which it ended, in the zone.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>By rank; null while the ranking is not final.</summary>
    public required IReadOnlyList<Line>? Lines { get; init; }

    /// <param name="UnitId">The unit for which the person competed; null: for none, and the main one of the day is named.</param>
    /// <param name="Hundredths">The result in hundredths of a point.</param>
    /// <param name="Points">Whole points that a certificate says; null: none.</param>
    /// <param name="FullPoints">Of them.</param>
    public sealed record Line(Guid PersonId, Guid? UnitId, int Rank, AwardLevel Level, long Hundredths, int? Points, int? FullPoints);
}
