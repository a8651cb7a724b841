using System.ComponentModel.DataAnnotations;

namespace TrainingHub.Programmes;

/// <summary>The form that renames a programme or has something else complete it from a day on.</summary>
public sealed record ProgrammeEdit : DemandInput
{
    [Required(ErrorMessage = "Required_Name"), StringLength(120, ErrorMessage = "TooLong_Name")]
    public string Name { get; init => field = value?.Trim() ?? ""; } = "";

    [StringLength(200, ErrorMessage = "TooLong_NameEn")]
    public string? NameEn { get; init => field = string.IsNullOrWhiteSpace(value) ? null : value.Trim(); }

    /// <summary>First day of what is asked (included).</summary>
    [Required(ErrorMessage = "Required_Day")]
    public DateOnly? From { get; init; }

    [StringLength(400, ErrorMessage = "TooLong_Reason")]
    public string? Reason { get; init => field = string.IsNullOrWhiteSpace(value) ? null : value.Trim(); }

    /// <summary>What the form was made from.</summary>
    public string? Version { get; init; }
}
