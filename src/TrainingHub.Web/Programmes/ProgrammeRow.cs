using System.Globalization;

namespace TrainingHub.Programmes;

/// <summary>A programme with the rule in force today and the targets that count it.</summary>
public sealed record ProgrammeRow
{
    public required Programme Programme { get; init; }
    public required string SetterName { get; init; }

    /// <summary>Null when no rule holds today.</summary>
    public ProgrammeRule? Rule { get; init; }
    public required IReadOnlyList<ProgrammeTarget> Targets { get; init; }

    public string Title => InEnglish ? Programme.NameEn : Programme.Name;

    internal static bool InEnglish => string.Equals(CultureInfo.CurrentUICulture.TwoLetterISOLanguageName, "en", StringComparison.Ordinal);
}
