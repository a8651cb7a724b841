using System.ComponentModel.DataAnnotations;

namespace TrainingHub.Verify;

public sealed record VerifyInput
{
    /// <summary>A verify code or a serial number.</summary>
    [Required(ErrorMessage = "Required_Number"), StringLength(100, ErrorMessage = "TooLong_Number")]
    public string Number { get; init => field = value?.Trim() ?? ""; } = "";

    /// <summary>The holder's full name: serials are given out in order, so a serial alone tells nothing.</summary>
    [StringLength(60, ErrorMessage = "TooLong_Name")]
    public string? Name { get; init => field = string.IsNullOrWhiteSpace(value) ? null : value.Trim(); }
}
