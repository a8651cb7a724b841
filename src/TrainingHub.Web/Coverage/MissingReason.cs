namespace TrainingHub.Coverage;

/// <summary>Why somebody who counts is not covered; the first that applies, from the last to the first.</summary>
public enum MissingReason
{
    /// <summary>未开始</summary>
    NotStarted = 1,
    /// <summary>学习中</summary>
    Learning = 2,
    /// <summary>测验未通过</summary>
    Failed = 3,
    /// <summary>有记录，但完成日、有效期或岗位不合口径</summary>
    RecordOutside = 4,
    /// <summary>记录已撤销</summary>
    Revoked = 5,
}
