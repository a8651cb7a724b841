namespace TrainingHub.Courses.Drafts;

/// <summary>What sending a draft on its way led to.</summary>
public abstract record MoveOutcome
{
    private MoveOutcome()
    {
    }

    public sealed record Done : MoveOutcome;

    /// <param name="Slug">The course, learnt in this version from now on.</param>
    public sealed record Published(string Slug) : MoveOutcome;

    /// <param name="Key">Of the text that says why; nothing was changed.</param>
    public sealed record Refused(string Key) : MoveOutcome;
}
