using System.ComponentModel.DataAnnotations;

namespace TrainingHub.Programmes;

/// <summary>The form of a new programme.</summary>
public sealed record ProgrammeInput : DemandInput
{
    [Required(ErrorMessage = "Required_Name"), StringLength(120, ErrorMessage = "TooLong_Name")]
    public string Name { get; init => field = value?.Trim() ?? ""; } = "";

    [StringLength(200, ErrorMessage = "TooLong_NameEn")]
    public string? NameEn { get; init => field = string.IsNullOrWhiteSpace(value) ? null : value.Trim(); }

    /// <summary>Code of the setting organization.</summary>
    [Required(ErrorMessage = "Required_Setter")]
    public string? Organization { get; init; }

    [Required(ErrorMessage = "Required_Day")]
    public DateOnly? CycleFrom { get; init; }

    /// <summary>Last day (included).</summary>
    [Required(ErrorMessage = "Required_Day")]
    public DateOnly? CycleUntil { get; init; }

    /// <summary>Whole months; null: without end.</summary>
    public int? ValidityMonths { get; init; }
    public bool OnlyWhileInPost { get; init; }

    [Required(ErrorMessage = "Required_CertificateTitle"), StringLength(60, ErrorMessage = "TooLong_CertificateTitle")]
    public string CertificateTitle { get; init => field = value?.Trim() ?? ""; } = "";
}
