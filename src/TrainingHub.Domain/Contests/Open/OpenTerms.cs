using TrainingHub.Contests.Awards;

namespace TrainingHub.Contests.Open;

/// <summary>What is agreed for the ranking of an open contest; questions, window and attempts are the quiz's.</summary>
public sealed record OpenTerms
{
    public const int MostBest = 50;
    public const int MostEdges = 5;
    public const int LargestEdge = 10_000;
    public const int MostSeconds = 120;

    /// <summary>How many of a school's best results its average takes, from 1; never more than the smallest school of its group has staff.</summary>
    public required int BestCount { get; init; }

    /// <summary>Upper ends (included) of the groups of schools by staff, rising; none: all schools in one group.</summary>
    public IReadOnlyList<int> Edges { get; init; } = [];

    /// <summary>Whole seconds a question below which an attempt is listed for a look; 0: none is. Nothing follows from it by itself.</summary>
    public int SecondsFloor { get; init; }
    public required PrizeCounts Prizes { get; init; }

    public bool IsSound => BestCount is >= 1 and <= MostBest && SecondsFloor is >= 0 and <= MostSeconds && Prizes.IsSound
        && Edges.Count <= MostEdges && Edges.All(edge => edge is >= 1 and <= LargestEdge) && Edges.Zip(Edges.Skip(1)).All(pair => pair.First < pair.Second);

    /// <summary>Number of the group, from 0, to which a school of so many staff belongs.</summary>
    public int GroupOf(int staff) => Edges.Count(edge => edge < staff);

    /// <summary>First and last number of staff (both included) of a group; null: without end.</summary>
    public (int From, int? Until) SpanOf(int group) => (group is 0 ? 1 : Edges[group - 1] + 1, group < Edges.Count ? Edges[group] : null);
}
