namespace TrainingHub.Contests.Open;

/// <summary>An attempt that was handed in.</summary>
/// <param name="PersonId">Whose.</param>
/// <param name="Number">From 1.</param>
/// <param name="Points">Whole points.</param>
/// <param name="StartedAt">The server's time, UTC.</param>
/// <param name="SubmittedAt">The server's time, UTC.</param>
/// <param name="IsGraded">Whether nothing of it has still to be marked.</param>
public readonly record struct ContestSitting(Guid PersonId, int Number, int Points, DateTime StartedAt, DateTime SubmittedAt, bool IsGraded = true)
{
    /// <summary>用时: between the whole seconds in which it was begun and handed in.</summary>
    public int Seconds => (int)(SubmittedAt.Ticks / TimeSpan.TicksPerSecond - StartedAt.Ticks / TimeSpan.TicksPerSecond);
}
