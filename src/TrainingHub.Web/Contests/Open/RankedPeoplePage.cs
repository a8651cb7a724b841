using TrainingHub.Hosting;

namespace TrainingHub.Contests.Open;

/// <summary>People by rank: with names those of units whose people the reader may see, of others the rank alone.</summary>
/// <param name="Units">Units whose people the reader may list, with those of the contest first.</param>
/// <param name="Unit">The unit that is listed; null: everybody.</param>
/// <param name="At">When the ranking was made, UTC.</param>
public sealed record RankedPeoplePage(FoundOpen Found, IReadOnlyList<(string Code, string Name)> Units, (string Code, string Name)? Unit, IReadOnlyList<RankedPeoplePage.Row> Rows, Pages Pages, int Everybody, DateTime At)
{
    /// <param name="Rank">Among all, or within the unit that is listed.</param>
    /// <param name="Name">Null where it is not shown, and once anonymized.</param>
    /// <param name="UnitName">Null where it is not shown.</param>
    public sealed record Row(PersonRank Person, int Rank, bool IsNamed, string? Name, string? StaffNumber, string? UnitName, bool IsMe);
}
