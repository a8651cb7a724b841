using System.ComponentModel.DataAnnotations;

namespace TrainingHub.Recognitions;

public sealed record WithdrawalInput
{
    [Required(ErrorMessage = "Required_Reason"), StringLength(200, ErrorMessage = "Length_Reason")]
    public string Reason { get; init => field = value?.Trim() ?? ""; } = "";
}
