namespace TrainingHub.Courses.Drafts;

/// <summary>What changing a draft's files led to.</summary>
public abstract record EditOutcome
{
    private EditOutcome()
    {
    }

    public sealed record Saved(string Path) : EditOutcome;

    /// <summary>Somebody else saved meanwhile; nothing was kept.</summary>
    /// <param name="Now">The file's bytes as they are now; null when it is gone.</param>
    public sealed record Overtaken(byte[]? Now) : EditOutcome;

    /// <summary>Cannot be done; nothing was kept.</summary>
    /// <param name="Key">Of the text that says why.</param>
    public sealed record Refused(string Key) : EditOutcome;
}
