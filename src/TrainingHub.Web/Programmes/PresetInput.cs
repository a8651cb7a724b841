using System.ComponentModel.DataAnnotations;

namespace TrainingHub.Programmes;

/// <summary>The form that sets the three targets of the city plan at once.</summary>
public sealed record PresetInput
{
    /// <summary>Code of the setting organization.</summary>
    [Required(ErrorMessage = "Required_Setter")]
    public string? Organization { get; init; }

    [StringLength(200, ErrorMessage = "TooLong_Source")]
    public string? Source { get; init => field = string.IsNullOrWhiteSpace(value) ? null : value.Trim(); }
}
