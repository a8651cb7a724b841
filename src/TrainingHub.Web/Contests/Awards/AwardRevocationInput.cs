using System.ComponentModel.DataAnnotations;

namespace TrainingHub.Contests.Awards;

/// <summary>Why a certificate is revoked.</summary>
public sealed record AwardRevocationInput
{
    [Required(ErrorMessage = "Required_Revoked"), StringLength(ContestAward.LongestReason, ErrorMessage = "TooLong_Reason")]
    public string Reason { get; init => field = value?.Trim() ?? ""; } = "";
}
