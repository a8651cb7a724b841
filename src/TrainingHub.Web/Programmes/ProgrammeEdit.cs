using System.ComponentModel.DataAnnotations;

namespace TrainingHub.Programmes;

/// <summary>The form that renames a programme or has something else complete it from a day on.</summary>
public sealed record ProgrammeEdit : DemandInput
{
    [Required(ErrorMessage = "Required_Name"), StringLength(120, ErrorMessage = "TooLong_Name")]
    public string Name { get; init => field = value?.Trim() ?? ""; } = "";

    [StringLength(200, ErrorMessage = "TooLong_NameEn")]
    public string? NameEn { get; init => field = string.IsNullOrWhiteSpace(value) ? null : value.Trim(); }

    [Required(ErrorMessage = "Required_Day")]
    public DateOnly? CycleFrom { get; init; }

    /// <summary>Last day (included).</summary>
    [Required(ErrorMessage = "Required_Day")]
    public DateOnly? CycleUntil { get; init; }

    /// <summary>Whole months; null: without end.</summary>
    public int? ValidityMonths { get; init; }

    [Required(ErrorMessage = "Required_CertificateTitle"), StringLength(60, ErrorMessage = "TooLong_CertificateTitle")]
    public string CertificateTitle { get; init => field = value?.Trim() ?? ""; } = "";

    /// <summary>First day of what is asked (included).</summary>
    [Required(ErrorMessage = "Required_Day")]
    public DateOnly? From { get; init; }

    [StringLength(400, ErrorMessage = "TooLong_Reason")]
    public string? Reason { get; init => field = string.IsNullOrWhiteSpace(value) ? null : value.Trim(); }

    /// <summary>What the form was made from.</summary>
    public string? Version { get; init; }

    /// <summary>When it runs and what is issued; null while a day is missing.</summary>
    internal ProgrammeFrame? ToFrame() => CycleFrom is { } from && CycleUntil is { } until ? new ProgrammeFrame(from, until, ValidityMonths, CertificateTitle) : null;
}
