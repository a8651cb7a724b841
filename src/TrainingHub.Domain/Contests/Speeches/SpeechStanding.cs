namespace TrainingHub.Contests.Speeches;

/// <summary>状态 of a speech contest. Stored by number: never renumber.</summary>
public enum SpeechStanding
{
    /// <summary>草稿: only who holds it sees it.</summary>
    Draft = 0,
    /// <summary>进行中: entries until their last day, score sheets until it is closed.</summary>
    Running = 1,
    /// <summary>已结束: ranking and comments are told; nothing changes any more.</summary>
    Closed = 2,
}
