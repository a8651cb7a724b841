namespace TrainingHub.Quizzes;

/// <summary>The current person's attempt, as it stood when it was read.</summary>
/// <param name="Attempt">Read only.</param>
/// <param name="AddedMinutes">Whole minutes that were added to it.</param>
public sealed record OwnAttempt(Attempt Attempt, int AddedMinutes)
{
    /// <summary>Whether it is open and goes on in another browser than this one.</summary>
    public bool IsElsewhere(string device, DateTime now) =>
        Attempt is { SubmittedAt: null, Device: { } other } && !Attempt.IsOver(now) && !string.Equals(other, device, StringComparison.Ordinal);
}
