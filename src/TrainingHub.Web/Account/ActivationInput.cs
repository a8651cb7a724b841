using System.ComponentModel.DataAnnotations;

namespace TrainingHub.Account;

public sealed record ActivationInput
{
    [Required(ErrorMessage = "Required_Code"), StringLength(40, ErrorMessage = "Required_Code")]
    public string Code { get; init => field = value?.Trim() ?? ""; } = "";

    [Required(ErrorMessage = "Required_Digits"), RegularExpression("[0-9]{4}", ErrorMessage = "Required_Digits")]
    public string Digits { get; init => field = value?.Trim() ?? ""; } = "";

    [Required(ErrorMessage = "Required_NewPassword"), StringLength(100, ErrorMessage = "TooLong_Password")]
    public string Password { get; init; } = "";

    [Compare(nameof(Password), ErrorMessage = "Different_Passwords")]
    public string Again { get; init; } = "";
}
