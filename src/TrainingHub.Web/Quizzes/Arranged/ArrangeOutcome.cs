namespace TrainingHub.Quizzes.Arranged;

/// <summary>What changing an arranged quiz led to.</summary>
public abstract record ArrangeOutcome
{
    private ArrangeOutcome()
    {
    }

    public sealed record Done : ArrangeOutcome;

    /// <summary>Somebody else changed it after the form was opened.</summary>
    public sealed record Changed : ArrangeOutcome;

    /// <summary>It was closed or withdrawn, or this step does not follow on where it stands.</summary>
    public sealed record Ended : ArrangeOutcome;

    /// <summary>No paper can be drawn by its plan.</summary>
    public sealed record Short : ArrangeOutcome;

    /// <summary>A programme is completed by it, and by such terms it could not be.</summary>
    public sealed record Bound : ArrangeOutcome;

    /// <summary>The ranking around it is final.</summary>
    public sealed record Ranked : ArrangeOutcome;
}
