namespace TrainingHub.Reports;

public abstract record MakeReportOutcome
{
    private MakeReportOutcome()
    {
    }

    /// <summary>Begun; its parts are counted step by step.</summary>
    public sealed record Begun(Guid Id) : MakeReportOutcome;

    /// <summary>The days cannot be those that were wished for.</summary>
    public sealed record Refused(PeriodOutcome Why) : MakeReportOutcome;

    /// <summary>Its cut-off day lies ahead: nobody can count it yet.</summary>
    public sealed record Ahead(DateOnly CutOff) : MakeReportOutcome;
}
