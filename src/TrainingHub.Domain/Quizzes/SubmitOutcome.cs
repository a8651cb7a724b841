namespace TrainingHub.Quizzes;

/// <summary>What handing in an attempt led to.</summary>
public abstract record SubmitOutcome
{
    private SubmitOutcome()
    {
    }

    public sealed record Graded(bool Passed) : SubmitOutcome;

    public sealed record AlreadyGraded : SubmitOutcome;

    /// <summary>It is handed in; points and passing are decided when a person has marked the written answers.</summary>
    public sealed record WaitsForMarks : SubmitOutcome;
}
