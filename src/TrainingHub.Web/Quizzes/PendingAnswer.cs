namespace TrainingHub.Quizzes;

/// <summary>An answer in the queue.</summary>
public sealed class PendingAnswer(AnswerToSave answer, CancellationToken cancel) : PendingWrite<SaveOutcome>(cancel)
{
    public AnswerToSave Answer { get; } = answer;
}
