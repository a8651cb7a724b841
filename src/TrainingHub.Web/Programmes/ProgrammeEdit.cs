using System.ComponentModel.DataAnnotations;

namespace TrainingHub.Programmes;

/// <summary>The form that renames a programme or has another quiz complete it from a day on.</summary>
public sealed record ProgrammeEdit
{
    [Required(ErrorMessage = "Required_Name"), StringLength(120, ErrorMessage = "TooLong_Name")]
    public string Name { get; init => field = value?.Trim() ?? ""; } = "";

    [StringLength(200, ErrorMessage = "TooLong_NameEn")]
    public string? NameEn { get; init => field = string.IsNullOrWhiteSpace(value) ? null : value.Trim(); }

    /// <summary>Slug of a final quiz.</summary>
    [Required(ErrorMessage = "Required_Quiz")]
    public string? Quiz { get; init; }

    /// <summary>First day of the quiz chosen (included).</summary>
    [Required(ErrorMessage = "Required_Day")]
    public DateOnly? From { get; init; }

    [StringLength(400, ErrorMessage = "TooLong_Reason")]
    public string? Reason { get; init => field = string.IsNullOrWhiteSpace(value) ? null : value.Trim(); }

    /// <summary>What the form was made from.</summary>
    public string? Version { get; init; }
}
