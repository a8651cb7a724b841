using System.ComponentModel.DataAnnotations;

namespace TrainingHub.Contests.Awards;

/// <summary>The list of prizes as the organizer confirms it.</summary>
public sealed record AwardsInput
{
    /// <summary>Who gets the prize that is proposed for them; of the others it is said that they were left out.</summary>
    [MaxLength(FindPrizes.Most)]
    public Guid[] People { get; init => field = value ?? []; } = [];

    /// <summary>Why the others were left out.</summary>
    [StringLength(ContestAward.LongestReason, ErrorMessage = "TooLong_Reason")]
    public string? Reason { get; init => field = string.IsNullOrWhiteSpace(value) ? null : value.Trim(); }
}
