namespace TrainingHub.Quizzes;

/// <summary>What handing in an attempt led to.</summary>
public abstract record SubmitOutcome
{
    private SubmitOutcome()
    {
    }

    public sealed record Graded(bool Passed) : SubmitOutcome;

    public sealed record AlreadyGraded : SubmitOutcome;
}
