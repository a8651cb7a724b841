namespace TrainingHub.Contests;

/// <summary>形式 of a contest, for lists.</summary>
public enum ContestShape
{
    /// <summary>现场: a hall plays.</summary>
    Hall,

    /// <summary>舞台: teams, round by round.</summary>
    Stage,

    /// <summary>班级: classes of pupils, of which only counts are kept.</summary>
    Classes,

    /// <summary>开放: over days, from everywhere.</summary>
    Open,

    /// <summary>演讲.</summary>
    Speeches,
}
