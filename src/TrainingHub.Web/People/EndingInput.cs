using System.ComponentModel.DataAnnotations;

namespace TrainingHub.People;

public sealed record EndingInput
{
    /// <summary>Last day of the post.</summary>
    [Required(ErrorMessage = "Required_Until")]
    public DateOnly? Until { get; init; }

    [StringLength(400, ErrorMessage = "TooLong_Reason")]
    public string? Reason { get; init => field = string.IsNullOrWhiteSpace(value) ? null : value.Trim(); }

    public string? Version { get; init; }
}
