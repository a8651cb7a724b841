using System.ComponentModel.DataAnnotations;

namespace TrainingHub.Sessions;

/// <summary>A volunteer to be put on the list.</summary>
public sealed record GuestInput
{
    [Required(ErrorMessage = "Required_GuestName"), StringLength(60, ErrorMessage = "Required_GuestName")]
    public string GuestName { get; init => field = value?.Trim() ?? ""; } = "";

    [StringLength(120, ErrorMessage = "TooLong_GuestUnit")]
    public string GuestUnit { get; init => field = value?.Trim() ?? ""; } = "";

    [StringLength(20, ErrorMessage = "Bad_GuestPhone")]
    public string GuestPhone { get; init => field = value?.Trim() ?? ""; } = "";
}
