using System.ComponentModel.DataAnnotations;

namespace TrainingHub.Reports;

/// <summary>The form of a reported figure.</summary>
public sealed record ReportedFigureInput
{
    /// <summary>Slug of the target for which it was filed.</summary>
    [Required(ErrorMessage = "Required_Target")]
    public string? Target { get; init; }

    /// <summary>Code or full name of the unit.</summary>
    [Required(ErrorMessage = "Required_Unit"), StringLength(120, ErrorMessage = "Required_Unit")]
    public string? Organization { get; init => field = value?.Trim(); }

    [Required(ErrorMessage = "Required_Counted"), Range(0, 100_000_000, ErrorMessage = "Required_Counted")]
    public int? Counted { get; init; }

    [Required(ErrorMessage = "Required_Covered"), Range(0, 100_000_000, ErrorMessage = "Required_Covered")]
    public int? Covered { get; init; }

    [Required(ErrorMessage = "Required_Day")]
    public DateOnly? Day { get; init; }

    [Required(ErrorMessage = "Required_Document"), StringLength(ReportedFigure.LongestDocument, ErrorMessage = "TooLong_Document")]
    public string DocumentNumber { get; init => field = value?.Trim() ?? ""; } = "";

    [StringLength(ReportedFigure.LongestNote, ErrorMessage = "TooLong_Note")]
    public string Note { get; init => field = value?.Trim() ?? ""; } = "";

    /// <summary>A file cannot be given back to a browser: after an error it has to be chosen again.</summary>
    public IFormFile? Scan { get; init; }
}
