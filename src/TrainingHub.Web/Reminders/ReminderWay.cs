namespace TrainingHub.Reminders;

/// <summary>How somebody is reached.</summary>
public enum ReminderWay
{
    /// <summary>站内消息</summary>
    Inside = 1,
    /// <summary>站内消息和邮件</summary>
    Mail = 2,
    /// <summary>没有账号：列入催办名单，由单位告知</summary>
    List = 3,
}
