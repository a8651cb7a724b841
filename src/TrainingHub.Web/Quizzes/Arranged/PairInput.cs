using TrainingHub.Questions;

namespace TrainingHub.Quizzes.Arranged;

/// <summary>Two chosen questions that never stand on one paper, in the form: each as <see cref="QuestionName"/> writes itself.</summary>
public sealed record PairInput
{
    public string? First { get; init; }
    public string? Second { get; init; }

    internal static PairInput Of(ForbiddenPair pair) => new() { First = pair.First.ToString(), Second = pair.Second.ToString() };

    /// <summary>Null when one of them names nothing.</summary>
    internal ForbiddenPair? Read() => QuestionName.Parse(First ?? "") is { } one && QuestionName.Parse(Second ?? "") is { } other ? new ForbiddenPair(one, other) : null;
}
