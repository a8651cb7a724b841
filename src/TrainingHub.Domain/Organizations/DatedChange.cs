using TrainingHub.Facts;
using TrainingHub.Time;

namespace TrainingHub.Organizations;

/// <summary>Where a change "from this day on" falls among the rows that are known of one thing and do not overlap.</summary>
/// <param name="Cut">The row that holds on the day and has to end the day before; null when none does.</param>
/// <param name="Until">Last day of the new row: the end of the row it cuts, else the day before the next row, else open. Rows that begin later stay.</param>
public sealed record DatedChange<T>(T? Cut, DateOnly Until) where T : DatedFact;

/// <summary>Finds the place of a dated change.</summary>
public static class DatedChange
{
    public static DatedChange<T> Place<T>(IReadOnlyCollection<T> known, DateOnly from) where T : DatedFact
    {
        var cut = known.SingleOrDefault(row => row.HoldsOn(from));
        var next = known.Where(row => row.From > from).Select(row => row.From).DefaultIfEmpty(Day.Open).Min();
        return new DatedChange<T>(cut, cut?.Until ?? (next == Day.Open ? Day.Open : next.AddDays(-1)));
    }
}
