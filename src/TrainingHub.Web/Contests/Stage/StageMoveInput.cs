using System.ComponentModel.DataAnnotations;

namespace TrainingHub.Contests.Stage;

/// <summary>What a team's device sends.</summary>
public sealed record StageMoveInput
{
    public ContestEntryKind Kind { get; init; }

    /// <summary>The question that it is about; null for a choice.</summary>
    public int? Item { get; init; }

    /// <summary>Of an answer: letters as displayed.</summary>
    [StringLength(20)]
    public string? Choice { get; init; }

    /// <summary>Of a risk question: its points.</summary>
    public int? Points { get; init; }

    /// <summary>Of a risk question: the team that is named.</summary>
    [Range(1, StageTerms.MostTeams)]
    public int? To { get; init; }

    /// <summary>What the device calls it: sent twice, it is one.</summary>
    [Required, StringLength(ContestEntry.LongestClientId)]
    public string Id { get; init; } = "";

    public bool IsSound => ContestEntry.IsClientId(Id) && Kind is ContestEntryKind.Buzzed or ContestEntryKind.Given or ContestEntryKind.Chosen or ContestEntryKind.Abstained;
}
