using System.ComponentModel.DataAnnotations;

namespace TrainingHub.Quizzes;

/// <summary>More time for somebody who has not begun, or leave to begin after the window, with the reason.</summary>
public sealed record PersonAllowanceInput
{
    /// <summary>Made with the form: sent twice it is one allowance.</summary>
    public Guid Id { get; init; }

    /// <summary>Whole minutes; null for leave to begin after the window.</summary>
    [Range(1, AllowanceInput.MostMinutes, ErrorMessage = "Bad_Minutes")]
    public int? Minutes { get; init; }

    /// <summary>Whether leave to begin after the window is given; then there are no minutes.</summary>
    public bool IsLeave { get; init; }

    [Required(ErrorMessage = "Required_Reason"), StringLength(AllowanceInput.LongestReason, ErrorMessage = "TooLong_Reason")]
    public string Reason { get; init => field = value?.Trim() ?? ""; } = "";
}
