namespace TrainingHub.Notices;

/// <summary>
/// 消息: something that one person is told, about their own act or appointment or about what they owe. To people on the roster only, never to
/// pupils or parents. Written in the transaction that causes it; its words are made when it is read.
/// </summary>
public sealed class Notice
{
    public const int LongestAbout = 200;
    public const int LongestDetail = 300;
    public const int LongestLink = 200;
    public const int LongestKey = 120;

    public required Guid Id { get; init; }
    public required Guid PersonId { get; init; }
    public required NoticeKind Kind { get; init; }

    /// <summary>Names what caused it: of one cause a person is told once.</summary>
    public required string Key { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime At { get; init; }

    /// <summary>The name of what it is about, for instance of the session; empty where the kind says all.</summary>
    public string About { get; init; } = "";

    /// <summary>What stands beside it, for instance place and hour or a reason; empty where there is nothing.</summary>
    public string Detail { get; init; } = "";

    /// <summary>The day it is about, in the zone; null when there is none.</summary>
    public DateOnly? Day { get; init; }

    /// <summary>A path of this application.</summary>
    public required string Link { get; init; }

    /// <summary>What is owed, as it is stored (JSON); empty for every other kind.</summary>
    public string Lines { get; init; } = "";

    /// <summary>UTC; null while unread.</summary>
    public DateTime? ReadAt { get; private set; }

    /// <summary>Marks it as read or as unread again; what was read keeps the first moment.</summary>
    public void Read(bool isRead, DateTime now) => ReadAt = isRead ? ReadAt ?? now : null;
}
