namespace TrainingHub.Reports;

/// <summary>
/// When reports are due and which days each covers: those after the data cut-off day of the one before it of the same kind, up to its own. So the
/// reports of each kind tile the days, without gap or overlap, whatever cut-off days are chosen and in whatever order the reports are made.
/// </summary>
public static class ReportCalendar
{
    private const int UsualDay = 10;

    /// <summary>The days of a year on which a kind of report is due, ascending.</summary>
    public static IReadOnlyList<DateOnly> DuesOf(ReportKind kind, int year) => kind switch
    {
        ReportKind.Quarter => [new(year, 3, 15), new(year, 6, 15), new(year, 9, 15)],
        ReportKind.Year => [new(year, 12, 15)],
        ReportKind.Campaign => [new(year, 6, 25)],
        _ => [],
    };

    /// <summary>The cut-off day unless another is chosen: the 10th of the month in which the report is due.</summary>
    public static DateOnly UsualCutOff(DateOnly due) => new(due.Year, due.Month, UsualDay);

    /// <summary>The day before this one on which the kind was due last.</summary>
    public static DateOnly DueBefore(ReportKind kind, DateOnly due) =>
        DuesOf(kind, due.Year - 1).Concat(DuesOf(kind, due.Year)).Last(other => other < due);

    /// <summary>The day after this one on which the kind is due next.</summary>
    public static DateOnly DueAfter(ReportKind kind, DateOnly due) =>
        DuesOf(kind, due.Year).Concat(DuesOf(kind, due.Year + 1)).First(other => other > due);

    /// <summary>The report that can be made on a day: the latest whose usual cut-off day has come.</summary>
    public static DateOnly LatestOn(ReportKind kind, DateOnly today) =>
        DuesOf(kind, today.Year - 1).Concat(DuesOf(kind, today.Year)).Last(due => UsualCutOff(due) <= today);

    /// <summary>The days that a report covers.</summary>
    /// <param name="kind">What is reported.</param>
    /// <param name="due">The day on which it is due.</param>
    /// <param name="made">The periods of the unit's reports of the kind that stand, by the day on which they were due.</param>
    /// <param name="wished">The cut-off day that is wished for; null for what is fixed, else the usual one.</param>
    public static PeriodOutcome PeriodOf(ReportKind kind, DateOnly due, IReadOnlyDictionary<DateOnly, ReportPeriod> made, DateOnly? wished)
    {
        if (!DuesOf(kind, due.Year).Contains(due))
        {
            return new PeriodOutcome.NotDue();
        }

        var (first, last) = (new DateOnly(due.Year, due.Month, 1), due);
        if (wished < first || wished > last)
        {
            return new PeriodOutcome.OutOfRange(first, last);
        }

        var before = DueBefore(kind, due);
        var from = (made.TryGetValue(before, out var earlier) ? earlier.Until : UsualCutOff(before)).AddDays(1);
        var settled = made.TryGetValue(due, out var own) ? own.Until
            : made.TryGetValue(DueAfter(kind, due), out var later) ? later.From.AddDays(-1)
            : (DateOnly?)null;
        return settled is { } day && wished is { } other && other != day
            ? new PeriodOutcome.Fixed(day)
            : new PeriodOutcome.Found(own ?? new ReportPeriod(from, settled ?? wished ?? UsualCutOff(due)));
    }
}
