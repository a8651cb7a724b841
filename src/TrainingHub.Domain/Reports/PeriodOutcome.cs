namespace TrainingHub.Reports;

/// <summary>Which days a report covers, or why not those that were wished for.</summary>
public abstract record PeriodOutcome
{
    private PeriodOutcome()
    {
    }

    public sealed record Found(ReportPeriod Period) : PeriodOutcome;

    /// <summary>No report of the kind is due on the day.</summary>
    public sealed record NotDue : PeriodOutcome;

    /// <summary>The cut-off day has to lie between the first of the month and the day on which the report is due, both included.</summary>
    public sealed record OutOfRange(DateOnly First, DateOnly Last) : PeriodOutcome;

    /// <summary>A report of the kind that stands already, of this day or the next, fixes the cut-off day.</summary>
    public sealed record Fixed(DateOnly CutOff) : PeriodOutcome;
}
