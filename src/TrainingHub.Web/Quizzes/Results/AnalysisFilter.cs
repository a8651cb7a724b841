using TrainingHub.Questions;

namespace TrainingHub.Quizzes.Results;

/// <summary>Which questions of a quiz are looked at, as it stands in the address.</summary>
public sealed record AnalysisFilter
{
    /// <summary>Code of a unit; null for everybody in reach.</summary>
    public string? Organization { get; init; }

    /// <summary>A part of a stem.</summary>
    public string? Q { get; init => field = string.IsNullOrWhiteSpace(value) ? null : value.Trim() is { Length: <= 60 } text ? text : value.Trim()[..60]; }

    /// <summary>Null for all.</summary>
    public QuestionKind? Kind { get; init; }

    public string? Sort { get; init; }

    public int Page { get; init; } = 1;

    public bool IsSearch => Q is not null || Kind is not null;

    public bool Takes(QuestionPrompt prompt) => (Kind is null || prompt.Kind == Kind) && (Q is null || prompt.Stem.Contains(Q, StringComparison.OrdinalIgnoreCase));
}
