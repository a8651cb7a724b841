namespace TrainingHub.Standards;

/// <summary>What kind of document a standard is, from the most binding down.</summary>
public enum StandardKind
{
    /// <summary>其他文件.</summary>
    Other,

    /// <summary>法律.</summary>
    Law,

    /// <summary>行政法规.</summary>
    Regulation,

    /// <summary>部门规章.</summary>
    Rule,

    /// <summary>规范性文件、判定指南.</summary>
    Guideline,

    /// <summary>国家标准、行业标准.</summary>
    Technical,

    /// <summary>地方性法规、规章和文件.</summary>
    Local,

    /// <summary>岗位安全操作标准: a unit's own, read by its own people.</summary>
    Post,
}
