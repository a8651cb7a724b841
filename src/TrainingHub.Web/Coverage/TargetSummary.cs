using System.Globalization;
using TrainingHub.Programmes;

namespace TrainingHub.Coverage;

/// <summary>A target as pages show it, on a day.</summary>
public sealed record TargetSummary
{
    public required string Slug { get; init; }
    public required string Name { get; init; }
    public required string NameEn { get; init; }
    public required string Series { get; init; }
    public required int Year { get; init; }
    public string? Source { get; init; }
    public required string SetterName { get; init; }
    public required string ProgrammeName { get; init; }
    public required string ProgrammeNameEn { get; init; }
    public required TargetTerms Terms { get; init; }

    /// <summary>The day that the figure is of: today, or one that has passed.</summary>
    public required DateOnly Today { get; init; }

    /// <summary>数据截止时刻: only what we knew at this instant counts, UTC; null: all that we know now.</summary>
    public DateTime? Moment { get; init; }

    /// <summary>The first day without the target and why it was withdrawn; null while it runs. Its <see cref="Today"/> is then its last day.</summary>
    public (DateOnly From, string? Reason)? Withdrawal { get; init; }

    public Guid Id => Terms.TargetId;
    public TargetRule Rule => Terms.Rule;
    public DateOnly CutOff => Terms.CutOffDayOn(Today);
    public DateOnly Roster => Terms.RosterDayOn(Today);
    public bool IsRunning => Terms.IsRunningOn(Today);
    public int DaysLeft => Rule.CutOffDay.DayNumber - Today.DayNumber;
    public string Title => IsEnglish ? NameEn : Name;
    public string ProgrammeTitle => IsEnglish ? ProgrammeNameEn : ProgrammeName;

    /// <summary>The programme's rule of the cut-off day, else the latest; null when it has none.</summary>
    public ProgrammeRule? ProgrammeRule =>
        Terms.ProgrammeRules.FirstOrDefault(rule => rule.HoldsOn(CutOff)) ?? Terms.ProgrammeRules.MaxBy(rule => rule.From);

    private static bool IsEnglish => string.Equals(CultureInfo.CurrentUICulture.TwoLetterISOLanguageName, "en", StringComparison.Ordinal);
}
