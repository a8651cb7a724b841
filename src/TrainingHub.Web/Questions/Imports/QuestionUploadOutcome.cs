using TrainingHub.Courseware.Exchange;

namespace TrainingHub.Questions.Imports;

/// <summary>What came of an upload.</summary>
public abstract record QuestionUploadOutcome
{
    private QuestionUploadOutcome() { }

    /// <summary>It will be read in the background.</summary>
    public sealed record Received(string Number) : QuestionUploadOutcome;

    public sealed record Refused(ForeignReading.Refused Why) : QuestionUploadOutcome;
}
