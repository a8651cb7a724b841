namespace TrainingHub.Courseware.Files;

/// <summary>What reading a zip led to.</summary>
public abstract record ArchiveOutcome
{
    private ArchiveOutcome()
    {
    }

    /// <summary>One course and perhaps standards beside it.</summary>
    /// <param name="Slug">Name of the course's folder.</param>
    /// <param name="Files">By path from the folder of all courses.</param>
    public sealed record Read(string Slug, IReadOnlyDictionary<string, byte[]> Files) : ArchiveOutcome;

    /// <summary>Nothing of it is taken.</summary>
    public sealed record Refused(IReadOnlyList<Problem> Problems) : ArchiveOutcome;
}
