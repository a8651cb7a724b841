using System.ComponentModel.DataAnnotations;

namespace TrainingHub.Quizzes;

/// <summary>More time or another attempt for everybody of a unit, with the reason.</summary>
public sealed record GroupAllowanceInput
{
    /// <summary>Made with the form: sent twice it is one allowance.</summary>
    public Guid Id { get; init; }

    /// <summary>Code or full name of the unit; everything below it is included.</summary>
    [Required(ErrorMessage = "Required_Unit"), StringLength(120, ErrorMessage = "Required_Unit")]
    public string? Unit { get; init; }

    /// <summary>Whole minutes; null to grant another attempt.</summary>
    [Range(1, AllowanceInput.MostMinutes, ErrorMessage = "Bad_Minutes")]
    public int? Minutes { get; init; }

    /// <summary>Whether another attempt is granted; then there are no minutes.</summary>
    public bool IsAttempt { get; init; }

    [Required(ErrorMessage = "Required_Reason"), StringLength(AllowanceInput.LongestReason, ErrorMessage = "TooLong_Reason")]
    public string Reason { get; init => field = value?.Trim() ?? ""; } = "";
}
