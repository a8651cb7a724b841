using TrainingHub.Questions;

namespace TrainingHub.Quizzes.Arranged;

/// <summary>One chosen question that stands on every paper, in the form.</summary>
public sealed record FixedInput
{
    /// <summary>As <see cref="QuestionName"/> writes itself.</summary>
    public string? Name { get; init; }

    /// <summary>Whole points; null counts as 0, which is refused.</summary>
    public int? Points { get; init; }
    public ScoreRule Rule { get; init; }

    internal static FixedInput Of(FixedQuestion question) => new() { Name = question.Name.ToString(), Points = question.Points, Rule = question.Rule };

    /// <summary>Null when it names nothing, or a rule that there is not.</summary>
    internal FixedQuestion? Read() => Enum.IsDefined(Rule) && QuestionName.Parse(Name ?? "") is { } name ? new FixedQuestion(name, Points ?? 0) { Rule = Rule } : null;
}
