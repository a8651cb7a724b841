namespace TrainingHub.Courses;

/// <summary>What answering a step of a lesson led to.</summary>
public abstract record StepOutcome
{
    private StepOutcome()
    {
    }

    /// <summary>The answer was kept.</summary>
    public sealed record Answered(bool IsRight) : StepOutcome;

    /// <summary>It was answered or taken back before, or its question may not be asked any more: nothing was kept.</summary>
    public sealed record Closed : StepOutcome;

    /// <summary>Nothing, or something else than the question's options, was chosen.</summary>
    public sealed record Unreadable : StepOutcome;

    /// <summary>The question is on a paper that the person is answering now.</summary>
    public sealed record Withheld : StepOutcome;
}
