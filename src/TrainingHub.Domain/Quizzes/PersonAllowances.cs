namespace TrainingHub.Quizzes;

/// <summary>What was given to one person for one quiz, as starting an attempt asks for it.</summary>
public sealed class PersonAllowances(IReadOnlyCollection<QuizAllowance> given)
{
    /// <summary>When further attempts were granted, UTC.</summary>
    public IReadOnlyList<DateTime> Granted { get; } = [.. given.Where(one => one is { Minutes: null, AttemptNumber: > 0 }).Select(one => one.GivenAt)];

    /// <summary>When the person, who had not begun, was given leave to begin after the window, UTC.</summary>
    public IReadOnlyList<DateTime> Excused { get; } = [.. given.Where(one => one is { Minutes: null, AttemptNumber: 0 }).Select(one => one.GivenAt)];

    /// <summary>Whether minutes were added to any attempt.</summary>
    public bool HasMinutes => given.Any(one => one.Minutes is not null);

    /// <summary>Whole minutes added to this attempt, begun or not.</summary>
    public int MinutesFor(int number) => given.Where(one => one.AttemptNumber == number).Sum(one => one.Minutes ?? 0);
}
