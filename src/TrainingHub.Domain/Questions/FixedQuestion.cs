namespace TrainingHub.Questions;

/// <summary>必考题: a question that stands on every paper, before what is drawn. One of a case brings the whole case.</summary>
/// <param name="Points">Whole points, from 1; those of a case are shared out among its questions.</param>
public sealed record FixedQuestion(QuestionName Name, int Points)
{
    /// <summary>计分规则.</summary>
    public ScoreRule Rule { get; init; } = ScoreRule.AllOrNothing;
}
