using System.ComponentModel.DataAnnotations;

namespace TrainingHub.Reports;

/// <summary>The form of a new report.</summary>
public sealed record ReportInput
{
    /// <summary>Code or full name of the unit.</summary>
    [Required(ErrorMessage = "Report_RequiredUnit"), StringLength(120, ErrorMessage = "Report_RequiredUnit")]
    public string? Organization { get; init => field = value?.Trim(); }

    /// <summary>Name of a <see cref="ReportKind"/>.</summary>
    [Required(ErrorMessage = "Report_RequiredKind")]
    public string? Kind { get; init; }

    /// <summary>Null: the latest that can be made.</summary>
    public DateOnly? Due { get; init; }

    /// <summary>Null: the usual one.</summary>
    public DateOnly? CutOff { get; init; }

    /// <summary>Null when it names none.</summary>
    internal ReportKind? Chosen => Enum.TryParse<ReportKind>(Kind, out var kind) && Enum.IsDefined(kind) ? kind : null;
}
