namespace TrainingHub.Coverage;

/// <summary>What happened to a person.</summary>
public enum PersonEventKind
{
    /// <summary>任职开始</summary>
    PostBegan,
    /// <summary>兼任开始</summary>
    SecondPostBegan,
    /// <summary>任职变动: the same post goes on as main or second one, or under another form of employment</summary>
    PostChanged,
    /// <summary>调动: the main post ended and another began the day after</summary>
    Transferred,
    /// <summary>随单位合并转入: the unit was merged into another, where the post goes on</summary>
    Merged,
    /// <summary>任职结束</summary>
    PostEnded,
    /// <summary>请假开始</summary>
    LeaveBegan,
    /// <summary>请假结束</summary>
    LeaveEnded,
    /// <summary>离岗: retired or left for good; the first day out of post</summary>
    Departed,
    /// <summary>免训开始</summary>
    ExcludedFrom,
    /// <summary>免训结束</summary>
    ExcludedUntil,
    /// <summary>完成培训</summary>
    Completed,
    /// <summary>记录撤销</summary>
    Revoked,
}
