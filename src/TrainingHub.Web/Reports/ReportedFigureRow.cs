using System.Globalization;

namespace TrainingHub.Reports;

/// <summary>A reported figure as lists show it.</summary>
public sealed record ReportedFigureRow
{
    public required ReportedFigure Figure { get; init; }
    public required string TargetSlug { get; init; }
    public required string TargetName { get; init; }
    public required string TargetNameEn { get; init; }
    public required int Year { get; init; }
    public required string UnitName { get; init; }
    public required string UnitCode { get; init; }

    /// <summary>Null when anonymized.</summary>
    public string? EnteredBy { get; init; }

    /// <summary>Null while it stands.</summary>
    public ReportedFigureWithdrawal? Withdrawal { get; init; }
    public string? WithdrawnBy { get; init; }

    /// <summary>Whether the reader may withdraw it.</summary>
    public required bool MayChange { get; init; }

    public string Title => string.Equals(CultureInfo.CurrentUICulture.TwoLetterISOLanguageName, "en", StringComparison.Ordinal) ? TargetNameEn : TargetName;
}
