namespace TrainingHub.Courseware.Exchange;

/// <summary>What a column of a table of questions holds.</summary>
public enum TableColumn
{
    /// <summary>Nothing that is taken.</summary>
    Other,
    Stem,
    Kind,

    /// <summary>All options in one cell.</summary>
    Options,

    /// <summary>One option; these columns follow each other as the letters do.</summary>
    Option,
    Answer,
    Explanation,
    Difficulty,
    Category,
    Point,
    Tags,
    Basis,
    Source,
    Use,
    Id,
    Characters,

    /// <summary>分值: here a paper says what a question is worth.</summary>
    Points,

    /// <summary>隐患等级.</summary>
    Level,
}
