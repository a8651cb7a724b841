namespace TrainingHub.People.Imports;

/// <summary>What came of an upload.</summary>
public abstract record UploadOutcome
{
    private UploadOutcome() { }

    public sealed record Staged(string Number) : UploadOutcome;

    public sealed record Refused(ReadOutcome.Refused Why) : UploadOutcome;
}
