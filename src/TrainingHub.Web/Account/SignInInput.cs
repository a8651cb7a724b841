using System.ComponentModel.DataAnnotations;

namespace TrainingHub.Account;

public sealed record SignInInput
{
    [Required(ErrorMessage = "Required_Who"), StringLength(40)]
    public string Who { get; init => field = value?.Trim() ?? ""; } = "";

    [Required(ErrorMessage = "Required_Password"), StringLength(100)]
    public string Password { get; init; } = "";

    public string? ReturnTo { get; init; }
}
