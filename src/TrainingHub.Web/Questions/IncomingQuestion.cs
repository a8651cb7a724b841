namespace TrainingHub.Questions;

/// <summary>A question on its way into a bank.</summary>
/// <param name="Version">Its id is kept where it can be read and is free; else it gets one of its own.</param>
/// <param name="Tags">标签.</param>
/// <param name="Points">知识点.</param>
/// <param name="Source">Where it came from; null when not said.</param>
public sealed record IncomingQuestion(QuestionVersion Version, IReadOnlyList<string> Tags, IReadOnlyList<string> Points, string? Source)
{
    /// <summary>Id of the question of which it is a copy; null when it is none.</summary>
    public string? Origin { get; init; }

    /// <summary>Whether somebody has looked and takes it beside one that is nearly the same.</summary>
    public bool IsTakenBesideTwin { get; init; }
}
