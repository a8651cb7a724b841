namespace TrainingHub.Coverage;

/// <summary>What happened to a person.</summary>
public enum PersonEventKind
{
    /// <summary>任职开始</summary>
    PostBegan,
    /// <summary>任职结束</summary>
    PostEnded,
    /// <summary>免训开始</summary>
    ExcludedFrom,
    /// <summary>免训结束</summary>
    ExcludedUntil,
    /// <summary>完成培训</summary>
    Completed,
    /// <summary>记录撤销</summary>
    Revoked,
}
