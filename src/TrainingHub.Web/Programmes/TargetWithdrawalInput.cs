using System.ComponentModel.DataAnnotations;

namespace TrainingHub.Programmes;

/// <summary>The form that withdraws a target.</summary>
public sealed record TargetWithdrawalInput
{
    /// <summary>First day without it (included).</summary>
    [Required(ErrorMessage = "Required_Day")]
    public DateOnly? From { get; init; }

    [Required(ErrorMessage = "Required_Reason"), StringLength(400, ErrorMessage = "TooLong_Reason")]
    public string? Reason { get; init => field = string.IsNullOrWhiteSpace(value) ? null : value.Trim(); }

    /// <summary>What the form was made from.</summary>
    public string? Version { get; init; }
}
