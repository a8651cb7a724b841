using System.ComponentModel.DataAnnotations;

namespace TrainingHub.Contests;

/// <summary>Sending what was answered wrongly into people's mistakes.</summary>
public sealed record MistakesInput
{
    /// <summary>Of a stage, the invited audience: staff numbers and codes of units, one a line.</summary>
    [StringLength(Stage.InvitedQuery.LongestText, ErrorMessage = "TooLong_Audience")]
    public string? Audience { get; init; }
}
