namespace TrainingHub.Questions;

/// <summary>Why a key cannot be corrected so.</summary>
public enum CorrectionFault
{
    /// <summary>简答题 is marked by people: a mark is changed by another mark.</summary>
    MarkedByPeople,

    /// <summary>No right option is named, one that does not exist, or both of 正确 and 错误.</summary>
    Options,

    /// <summary>Not as many blanks as the stem has.</summary>
    Blanks,

    /// <summary>An option without target.</summary>
    Pairs,

    /// <summary>No level is named.</summary>
    Level,

    /// <summary>A blank that takes nothing; a tolerance or units without a number, or a tolerance below 0.</summary>
    Numbers,

    /// <summary>A step that stands twice in the order, or not at all.</summary>
    Order,

    /// <summary>A place that lies nowhere on the picture.</summary>
    Zones,
}
