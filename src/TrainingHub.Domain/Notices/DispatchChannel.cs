namespace TrainingHub.Notices;

/// <summary>Ways out of the application. Stored by number.</summary>
public enum DispatchChannel
{
    /// <summary>邮件</summary>
    Mail = 1,
    /// <summary>企业微信群机器人</summary>
    WeCom = 2,
    /// <summary>钉钉群机器人</summary>
    DingTalk = 3,
}
