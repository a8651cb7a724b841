using System.ComponentModel.DataAnnotations;

namespace TrainingHub.Reports;

public sealed record FigureWithdrawalInput
{
    [Required(ErrorMessage = "Required_Reason"), StringLength(ReportedFigureWithdrawal.LongestReason, ErrorMessage = "TooLong_Reason")]
    public string Reason { get; init => field = value?.Trim() ?? ""; } = "";
}
