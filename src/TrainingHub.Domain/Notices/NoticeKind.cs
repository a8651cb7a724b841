namespace TrainingHub.Notices;

/// <summary>What a notice is about. Stored by number: never renumber.</summary>
public enum NoticeKind
{
    /// <summary>账号已激活</summary>
    Activated = 1,
    /// <summary>密码已重设</summary>
    PasswordSet = 2,
    /// <summary>集中培训：已通知</summary>
    SessionCalled = 3,
    /// <summary>集中培训：列入候补</summary>
    SessionWaiting = 4,
    /// <summary>集中培训：候补转为正式</summary>
    SessionSeat = 5,
    /// <summary>集中培训：时间或地点有变</summary>
    SessionMoved = 6,
    /// <summary>集中培训：取消</summary>
    SessionCancelled = 7,
    /// <summary>成绩已公布</summary>
    Result = 8,
    /// <summary>已发证书</summary>
    Certificate = 9,
    /// <summary>重新评分</summary>
    Regrade = 10,
    /// <summary>记录已撤销</summary>
    Revocation = 11,
    /// <summary>本周待办</summary>
    Digest = 12,
    /// <summary>临近期限</summary>
    Deadline = 13,
    /// <summary>集中培训：移出名单</summary>
    SessionRemoved = 14,
    /// <summary>竞赛结束：名次可以查看</summary>
    ContestOver = 15,
}
