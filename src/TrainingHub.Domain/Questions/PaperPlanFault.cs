namespace TrainingHub.Questions;

/// <summary>What is wrong with a plan whatever the questions are.</summary>
public enum PaperPlanFault
{
    /// <summary>Neither a section nor a fixed question.</summary>
    Empty,
    TooManySections,

    /// <summary>A section draws none, or too many.</summary>
    CountOutOfRange,
    PointsOutOfRange,

    /// <summary>The easiest is harder than the hardest, or outside 1 to 3.</summary>
    DifficultyBackwards,

    /// <summary>A clause without its standard.</summary>
    ClauseAlone,

    /// <summary>A question that is fixed twice, or two fixed questions that forbid each other.</summary>
    FixedContradict,
    TooManyPairs,

    /// <summary>A question that forbids itself.</summary>
    PairOfOne,

    /// <summary>More questions on one paper than anybody answers.</summary>
    TooLong,
}
