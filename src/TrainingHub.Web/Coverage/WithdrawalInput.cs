using System.ComponentModel.DataAnnotations;

namespace TrainingHub.Coverage;

public sealed record WithdrawalInput
{
    /// <summary>The first day on which the person counts again.</summary>
    [Required(ErrorMessage = "Input_From")]
    public DateOnly? From { get; init; }

    /// <summary>Why; whoever reads the figure later is told.</summary>
    [Required(ErrorMessage = "Input_ReasonMissing"), StringLength(200, ErrorMessage = "Input_Reason")]
    public string? Reason { get; init => field = value?.Trim(); }
}
