namespace TrainingHub.Reports;

public abstract record EnterFigureOutcome
{
    private EnterFigureOutcome()
    {
    }

    public sealed record Entered(Guid Id) : EnterFigureOutcome;

    /// <summary>A figure of the unit for this target and day stands already; it has to be withdrawn first.</summary>
    public sealed record Standing(Guid Id) : EnterFigureOutcome;
}
