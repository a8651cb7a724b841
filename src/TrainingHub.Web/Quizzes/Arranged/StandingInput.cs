using System.ComponentModel.DataAnnotations;

namespace TrainingHub.Quizzes.Arranged;

/// <summary>A step of a quiz, as a form sends it.</summary>
public sealed record StandingInput
{
    public QuizStanding Next { get; init; }

    /// <summary>The version that the page showed.</summary>
    public int Version { get; init; }

    [StringLength(200)]
    public string? Reason { get; init => field = string.IsNullOrWhiteSpace(value) ? null : value.Trim(); }
}
