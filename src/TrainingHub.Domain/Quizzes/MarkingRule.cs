namespace TrainingHub.Quizzes;

/// <summary>评阅方式: how many people mark the written answers of a quiz. Appended, never changed.</summary>
public sealed class MarkingRule
{
    public const int GreatestApart = 100;

    public required Guid Id { get; init; }
    public required string QuizSlug { get; init; }

    /// <summary>双评: whether two people mark each answer, neither seeing what the other gave.</summary>
    public required bool IsDouble { get; init; }

    /// <summary>Whole points by which the two may differ (included), 0 to <see cref="GreatestApart"/>; beyond it a third person decides.</summary>
    public required int MostApart { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime SetAt { get; init; }
    public required Guid SetBy { get; init; }

    /// <summary>
    /// The rule by which an attempt is marked: the newest that was set when its first mark was given, so that nothing changes for an attempt in
    /// the middle of its marking. Null: one person marks.
    /// </summary>
    /// <param name="rules">Of the quiz.</param>
    /// <param name="markedAt">When the first mark of the attempt was given (included), or now while there is none, UTC.</param>
    public static MarkingRule? InForce(IEnumerable<MarkingRule> rules, DateTime markedAt) =>
        rules.Where(rule => rule.SetAt <= markedAt).MaxBy(rule => (rule.SetAt, rule.Id));
}
