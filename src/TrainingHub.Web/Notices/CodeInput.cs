using System.ComponentModel.DataAnnotations;
using System.Text;

namespace TrainingHub.Notices;

/// <summary>The code that was sent to an address.</summary>
public sealed record CodeInput
{
    [Required(ErrorMessage = "Required_Code"), StringLength(20, ErrorMessage = "Wrong_Code")]
    public string Code { get; init => field = (value ?? "").Normalize(NormalizationForm.FormKC).Replace(" ", "", StringComparison.Ordinal); } = "";
}
