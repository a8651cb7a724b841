using System.ComponentModel.DataAnnotations;

namespace TrainingHub.Sessions;

/// <summary>Signing in without an account: name and the last four digits of the phone on the list.</summary>
public sealed record GuestArrivalInput
{
    [Required(ErrorMessage = "Required_Name"), StringLength(60, ErrorMessage = "Required_Name")]
    public string Name { get; init => field = value?.Trim() ?? ""; } = "";

    [Required(ErrorMessage = "Required_Digits"), RegularExpression("[0-9]{4}", ErrorMessage = "Required_Digits", MatchTimeoutInMilliseconds = 100)]
    public string Digits { get; init => field = value?.Trim().Normalize(System.Text.NormalizationForm.FormKC) ?? ""; } = "";
}
