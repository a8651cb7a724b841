using System.ComponentModel.DataAnnotations;

namespace TrainingHub.Assessments;

public sealed record WithdrawalInput
{
    [Required(ErrorMessage = "Required_Reason"), StringLength(PracticalAssessment.LongestReason, MinimumLength = 5, ErrorMessage = "Length_Reason")]
    public string Reason { get; init => field = value?.Trim() ?? ""; } = "";
}
