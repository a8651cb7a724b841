using System.Globalization;

namespace TrainingHub.Programmes;

/// <summary>A programme with its rule and the targets that count it.</summary>
public sealed record ProgrammeRow
{
    public required Programme Programme { get; init; }
    public required string SetterName { get; init; }

    /// <summary>In force today, else the next to come, else the last there was; null when there never was one.</summary>
    public ProgrammeTerms? Terms { get; init; }

    public ProgrammeRule? Rule => Terms?.Rule;
    public required IReadOnlyList<ProgrammeTarget> Targets { get; init; }

    /// <summary>Whether the reader may change it.</summary>
    public required bool MayChange { get; init; }

    public string Title => InEnglish ? Programme.NameEn : Programme.Name;

    internal static bool InEnglish => string.Equals(CultureInfo.CurrentUICulture.TwoLetterISOLanguageName, "en", StringComparison.Ordinal);
}
