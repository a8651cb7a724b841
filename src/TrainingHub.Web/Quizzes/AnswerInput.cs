using TrainingHub.Questions;

namespace TrainingHub.Quizzes;

/// <summary>An answer as a browser sends it.</summary>
public sealed record AnswerInput
{
    private const int MostVersions = 1_000_000;

    /// <summary>From 1; each change of an item counts one up.</summary>
    public int Version { get; init; }

    /// <summary>As a <see cref="Response"/> writes itself; absent or empty takes the answer back.</summary>
    public string? Choice { get; init; }

    /// <summary>Whether both can be what an answer has; what the item offers is not asked.</summary>
    public bool IsAcceptable => Version is >= 1 and <= MostVersions && (Choice?.Length ?? 0) <= Response.MostCharacters;
}
