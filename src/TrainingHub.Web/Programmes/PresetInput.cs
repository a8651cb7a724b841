using System.ComponentModel.DataAnnotations;

namespace TrainingHub.Programmes;

/// <summary>The form that sets all targets of a preset at once.</summary>
public sealed record PresetInput
{
    /// <summary>Name of a <see cref="PolicyPreset"/>; without one the first.</summary>
    public string? Preset { get; init; }

    /// <summary>Code of the setting organization.</summary>
    [Required(ErrorMessage = "Required_Setter")]
    public string? Organization { get; init; }

    [StringLength(200, ErrorMessage = "TooLong_Source")]
    public string? Source { get; init => field = string.IsNullOrWhiteSpace(value) ? null : value.Trim(); }

    /// <summary>Null when it names none.</summary>
    internal PolicyPreset? Chosen =>
        string.IsNullOrEmpty(Preset) ? PolicyPreset.CityPlanItem7
        : Enum.TryParse<PolicyPreset>(Preset, out var preset) && Enum.IsDefined(preset) ? preset
        : null;
}
