namespace TrainingHub.Sessions;

/// <summary>培训形式. Stored by number: never renumber.</summary>
public enum SessionKind
{
    /// <summary>专家讲座</summary>
    Lecture = 1,
    /// <summary>视频教学</summary>
    Video = 2,
    /// <summary>案例分析</summary>
    Case = 3,
    /// <summary>实操培训</summary>
    Practical = 4,
    /// <summary>会议学习, with an agenda and minutes</summary>
    Meeting = 5,
    /// <summary>分组讨论</summary>
    Discussion = 6,
}
