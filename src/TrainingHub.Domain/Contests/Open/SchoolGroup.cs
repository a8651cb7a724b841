namespace TrainingHub.Contests.Open;

/// <summary>Schools of about the same size, ranked among themselves.</summary>
/// <param name="Number">From 0.</param>
/// <param name="From">Least staff (included).</param>
/// <param name="Until">Most staff (included); null: without end.</param>
/// <param name="BestCount">How many of the best results the average takes: what was agreed, at most the staff of the group's smallest school.</param>
/// <param name="Schools">In the order of their ranks.</param>
public sealed record SchoolGroup(int Number, int From, int? Until, int BestCount, IReadOnlyList<SchoolRank> Schools)
{
    /// <summary>The average in hundredths of a point, rounded down for showing; ranks compare what is exact.</summary>
    public long AverageHundredths(SchoolRank school) => school.BestPoints * 100 / BestCount;
}
