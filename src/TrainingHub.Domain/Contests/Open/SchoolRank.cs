namespace TrainingHub.Contests.Open;

/// <summary>A school's place in its group.</summary>
/// <param name="Staff">How many of it may take part, from 1.</param>
/// <param name="Taken">How many of them have a graded attempt. Never who has not.</param>
/// <param name="BestPoints">Sum of the best results; what is missing to as many as the group's average takes counts nothing.</param>
/// <param name="Rank">In the group, from 1.</param>
public sealed record SchoolRank(Guid UnitId, int Staff, int Taken, long BestPoints, int Rank)
{
    /// <summary>参与率 in tenths of a percent, rounded down.</summary>
    public int ShareTenths => (int)(Taken * 1000L / Staff);
}
