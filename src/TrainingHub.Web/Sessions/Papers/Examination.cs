using TrainingHub.Quizzes;

namespace TrainingHub.Sessions.Papers;

/// <summary>How somebody did whom a session examined.</summary>
/// <param name="Points">Whole points reached.</param>
/// <param name="FullPoints">Of the paper.</param>
/// <param name="Passed">Whether that passes.</param>
public sealed record Examination(int Points, int FullPoints, bool Passed)
{
    /// <summary>The attempt that was made of the paper; null for a guest, and where it was not sat.</summary>
    public Attempt? Attempt { get; init; }

    /// <summary>Whether passing has still to be entered: the attempt is new, and the person had not passed the quiz before.</summary>
    public bool IsToComplete { get; init; }
}
