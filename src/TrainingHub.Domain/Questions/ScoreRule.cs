namespace TrainingHub.Questions;

/// <summary>计分规则 of an item.</summary>
public enum ScoreRule
{
    /// <summary>全对得分: everything right gives all points, anything else none.</summary>
    AllOrNothing,

    /// <summary>
    /// 部分得分: the right parts give their share of the points, rounded down to whole points. Where options are picked, wrong picks take
    /// away: the share of right options picked less the share of wrong options picked, never below 0, so that picking all gives 0.
    /// </summary>
    Partial,
}
