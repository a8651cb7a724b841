using System.Globalization;
using TrainingHub.Contests.Awards;

namespace TrainingHub.Contests.Open;

/// <summary>网络竞赛: an arranged quiz with a ranking around it. Who takes part, when, how often and by which papers is the quiz's.</summary>
public sealed class OpenContest
{
    public required Guid Id { get; init; }
    public required Guid QuizId { get; init; }

    /// <summary>Of the quiz; part of addresses.</summary>
    public required string Slug { get; init; }

    /// <summary>The unit that holds it, as the quiz's.</summary>
    public required Guid OrganizationId { get; init; }
    public required DateTime CreatedAt { get; init; }
    public required Guid CreatedBy { get; init; }
    public int BestCount { get; private set; }

    /// <summary>Upper ends of the groups, joined by commas.</summary>
    public string Edges { get; private set; } = "";
    public int SecondsFloor { get; private set; }
    public int FirstPrizes { get; private set; }
    public int SecondPrizes { get; private set; }
    public int ThirdPrizes { get; private set; }

    /// <summary>When its ranking became final, UTC; null while it follows the attempts.</summary>
    public DateTime? FrozenAt { get; private set; }

    /// <summary>Concurrency token; counts changes.</summary>
    public int Version { get; private set; }

    public OpenTerms Terms => new()
    {
        BestCount = BestCount,
        Edges = [.. Edges.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(edge => int.Parse(edge, CultureInfo.InvariantCulture))],
        SecondsFloor = SecondsFloor,
        Prizes = new PrizeCounts(FirstPrizes, SecondPrizes, ThirdPrizes),
    };

    /// <summary>False, and nothing changes, once the ranking is final.</summary>
    public bool Agree(OpenTerms terms)
    {
        if (FrozenAt is not null)
        {
            return false;
        }

        BestCount = terms.BestCount;
        Edges = string.Join(',', terms.Edges.Select(edge => edge.ToString(CultureInfo.InvariantCulture)));
        SecondsFloor = terms.SecondsFloor;
        (FirstPrizes, SecondPrizes, ThirdPrizes) = terms.Prizes;
        Version++;
        return true;
    }

    /// <summary>Makes the ranking final. False, and nothing changes, when it is already.</summary>
    public bool Freeze(DateTime now)
    {
        if (FrozenAt is not null)
        {
            return false;
        }

        FrozenAt = now;
        Version++;
        return true;
    }
}
