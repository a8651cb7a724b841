namespace TrainingHub.Assessments;

/// <summary>What came of entering assessments.</summary>
public abstract record EnterOutcome
{
    private EnterOutcome()
    {
    }

    /// <param name="Count">How many were new.</param>
    public sealed record Entered(int Count) : EnterOutcome;

    /// <summary>The part is not asked by a programme of the reader's units, or somebody is out of reach.</summary>
    public sealed record BadChoice : EnterOutcome;

    /// <summary>The day lies ahead, or outside the programme's cycle.</summary>
    public sealed record BadDay : EnterOutcome;

    /// <summary>Entered so late that somebody of the unit above has to do it.</summary>
    public sealed record Late : EnterOutcome;
}
