using TrainingHub.Questions;

namespace TrainingHub.Quizzes;

/// <summary>One question of a frozen paper.</summary>
public sealed class AttemptItem
{
    public required Guid AttemptId { get; init; }

    /// <summary>From 1.</summary>
    public required int Number { get; init; }

    /// <summary>Question version, by content hash.</summary>
    public required string QuestionHash { get; init; }

    /// <summary>Original option indices in the order shown, comma-separated: <c>2,0,3,1</c>; empty without options.</summary>
    public required string OptionOrder { get; init; }
    public required int Points { get; init; }

    /// <summary>计分规则, frozen with the paper.</summary>
    public ScoreRule Rule { get; init; }

    /// <summary>Slug of the course that the question is from, empty for a question bank; null: the attempt's course.</summary>
    public string? Source { get; init; }

    /// <summary>The item as the paper's rules know it.</summary>
    public PaperItem AsPaperItem() => new(Number, QuestionHash, PaperItem.ParseOptionOrder(OptionOrder), Points) { Rule = Rule, Source = Source };
}
