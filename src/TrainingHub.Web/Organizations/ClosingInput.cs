using System.ComponentModel.DataAnnotations;

namespace TrainingHub.Organizations;

public sealed record ClosingInput
{
    /// <summary>Last day on which the organization exists.</summary>
    [Required(ErrorMessage = "Required_Until")]
    public DateOnly? Until { get; init; }

    [StringLength(400, ErrorMessage = "TooLong_Reason")]
    public string? Reason { get; init => field = string.IsNullOrWhiteSpace(value) ? null : value.Trim(); }

    public string? Version { get; init; }
}
