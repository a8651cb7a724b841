using System.ComponentModel.DataAnnotations;

namespace TrainingHub.Account;

public sealed record PasswordInput
{
    [Required(ErrorMessage = "Required_Password"), StringLength(100)]
    public string Current { get; init; } = "";

    [Required(ErrorMessage = "Required_NewPassword"), StringLength(100, ErrorMessage = "TooLong_Password")]
    public string Password { get; init; } = "";

    [Compare(nameof(Password), ErrorMessage = "Different_Passwords")]
    public string Again { get; init; } = "";
}
