using TrainingHub.Courseware.Exchange;

namespace TrainingHub.Questions.Imports;

/// <summary>What came of an upload.</summary>
public abstract record QuestionUploadOutcome
{
    private QuestionUploadOutcome() { }

    public sealed record Staged(string Number) : QuestionUploadOutcome;

    public sealed record Refused(ForeignReading.Refused Why) : QuestionUploadOutcome;
}
