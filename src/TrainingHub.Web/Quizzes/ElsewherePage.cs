namespace TrainingHub.Quizzes;

/// <summary>An attempt that goes on in another browser.</summary>
/// <param name="Saved">Items of which something was saved.</param>
/// <param name="Deadline">UTC.</param>
public sealed record ElsewherePage(string Slug, int Number, int Saved, DateTime Deadline)
{
    /// <summary>Whether this browser has just sent answers, which were not taken.</summary>
    public bool HasRefused { get; init; }
}
