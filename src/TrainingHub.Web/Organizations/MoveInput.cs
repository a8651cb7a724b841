using System.ComponentModel.DataAnnotations;

namespace TrainingHub.Organizations;

public sealed record MoveInput
{
    /// <summary>Code or full name of the new unit above.</summary>
    [Required(ErrorMessage = "Required_Parent"), StringLength(120)]
    public string Parent { get; init => field = value?.Trim() ?? ""; } = "";

    [Required(ErrorMessage = "Required_From")]
    public DateOnly? From { get; init; }

    [StringLength(400, ErrorMessage = "TooLong_Reason")]
    public string? Reason { get; init => field = string.IsNullOrWhiteSpace(value) ? null : value.Trim(); }

    public string? Version { get; init; }
}
