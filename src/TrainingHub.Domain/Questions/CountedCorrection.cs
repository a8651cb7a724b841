namespace TrainingHub.Questions;

/// <summary>How far the papers that were counted before a key was corrected are counted anew by the corrected one.</summary>
public sealed class CountedCorrection
{
    public required Guid CorrectionId { get; init; }

    /// <summary>The last paper that was counted anew; they are taken in the order of their ids.</summary>
    public Guid LastAttemptId { get; set; }

    /// <summary>Whether all are: from then on papers are counted by it from the first.</summary>
    public bool IsDone { get; set; }
}
