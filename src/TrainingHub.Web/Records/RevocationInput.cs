using System.ComponentModel.DataAnnotations;

namespace TrainingHub.Records;

public sealed record RevocationInput
{
    [Required(ErrorMessage = "Required_Reason"), StringLength(200, MinimumLength = 5, ErrorMessage = "Length_Reason")]
    public string Reason { get; init => field = value?.Trim() ?? ""; } = "";
}
