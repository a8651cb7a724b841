using TrainingHub.Contests.Awards;

namespace TrainingHub.Contests.Speeches;

/// <summary>What is agreed for a speech contest.</summary>
public sealed record SpeechTerms
{
    public const int LongestTitle = 80;
    public const int LongestTheme = 2000;
    public const int MostDropFrom = 30;

    /// <summary>Fewer sheets leave nothing when the highest and the lowest are dropped.</summary>
    public const int LeastDropFrom = 3;

    public required string Title { get; init; }

    /// <summary>What the speeches are about and who is asked; may be empty.</summary>
    public string Theme { get; init; } = "";

    /// <summary>Last day (included) on which speeches are entered.</summary>
    public required DateOnly EntriesUntil { get; init; }
    public required IReadOnlyList<SpeechCriterion> Criteria { get; init; }

    /// <summary>From how many sheets on (included) of an entry its highest and its lowest are dropped; 0: never.</summary>
    public required int DropFrom { get; init; }

    /// <summary>回避: whether judges of the speaker's own unit may not score; else their sheets count and are marked.</summary>
    public required bool ExcludesOwnUnit { get; init; }
    public required PrizeCounts Prizes { get; init; }

    public bool IsSound => SpeechCriterion.AreSound(Criteria) && (DropFrom is 0 or (>= LeastDropFrom and <= MostDropFrom)) && Prizes.IsSound;

    /// <summary>These terms where somebody has scored already: what decides about scores stays as it was.</summary>
    public SpeechTerms WithScoresOf(SpeechTerms agreed) => this with { Criteria = agreed.Criteria, DropFrom = agreed.DropFrom, ExcludesOwnUnit = agreed.ExcludesOwnUnit };
}
