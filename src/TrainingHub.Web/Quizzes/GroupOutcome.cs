namespace TrainingHub.Quizzes;

/// <summary>What became of the wish to give a unit's people more time or another attempt.</summary>
public abstract record GroupOutcome
{
    private GroupOutcome()
    {
    }

    /// <param name="People">How many got something now; those who had got it before are not counted again.</param>
    public sealed record Given(int People) : GroupOutcome;

    /// <summary>No such unit within reach, or more than one.</summary>
    public sealed record UnknownUnit : GroupOutcome;

    /// <summary>The form was sent before, with something else in it.</summary>
    public sealed record Other : GroupOutcome;
}
