using System.ComponentModel.DataAnnotations;

namespace TrainingHub.Quizzes;

/// <summary>More time, or another attempt, with the reason.</summary>
public sealed record AllowanceInput
{
    public const int LongestReason = 200;
    public const int MostMinutes = 180;

    /// <summary>Whole minutes; null to grant another attempt.</summary>
    [Range(1, MostMinutes, ErrorMessage = "Bad_Minutes")]
    public int? Minutes { get; init; }

    [Required(ErrorMessage = "Required_Reason"), StringLength(LongestReason, ErrorMessage = "TooLong_Reason")]
    public string Reason { get; init => field = value?.Trim() ?? ""; } = "";
}
