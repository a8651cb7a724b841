using System.ComponentModel.DataAnnotations;
using System.Text;

namespace TrainingHub.Account;

public sealed record SignInInput
{
    /// <summary>Staff number or phone; full-width digits are put right.</summary>
    [Required(ErrorMessage = "Required_Who"), StringLength(40)]
    public string Who { get; init => field = (value ?? "").Normalize(NormalizationForm.FormKC).Trim(); } = "";

    [Required(ErrorMessage = "Required_Password"), StringLength(100)]
    public string Password { get; init; } = "";

    public string? ReturnTo { get; init; }
}
