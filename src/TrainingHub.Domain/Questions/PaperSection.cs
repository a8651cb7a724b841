namespace TrainingHub.Questions;

/// <summary>One part of a paper that is drawn from several sources.</summary>
/// <param name="Filter">From which questions.</param>
/// <param name="Count">How many draws, from 1: questions, or whole cases.</param>
/// <param name="Points">Whole points for each draw, from 1. Those of a case are shared out among its questions.</param>
public sealed record PaperSection(PaperFilter Filter, int Count, int Points)
{
    public const int MostDraws = 200;
    public const int MostPoints = 100;

    /// <summary>计分规则 of every item in it.</summary>
    public ScoreRule Rule { get; init; } = ScoreRule.AllOrNothing;

    /// <summary>
    /// Whether it draws whole cases: those that are as hard on the whole as the filter asks for, one of whose questions is about what it asks for, and
    /// none of whose questions would be left without a point. Any other section draws questions outside of cases alone.
    /// </summary>
    public bool DrawsCases { get; init; }
}
