namespace TrainingHub.People;

/// <summary>A person as the reader may see them.</summary>
public sealed record PersonPage
{
    public required Guid Id { get; init; }
    public required string Name { get; init; }
    public required bool IsAnonymized { get; init; }

    /// <summary>Whether the reader's units employ the person; else staff number, phone, account and grants stay closed.</summary>
    public required bool IsInPost { get; init; }
    public string? StaffNumber { get; init; }

    /// <summary>Masked.</summary>
    public string? Phone { get; init; }
    public required AccountState Account { get; init; }
    public required IReadOnlyList<PersonPost> Posts { get; init; }

    /// <summary>Posts in units out of the reader's reach: their number only.</summary>
    public required int HiddenPosts { get; init; }
    public required IReadOnlyList<PersonGrant> Grants { get; init; }
    public required bool MayManage { get; init; }
    public required bool MayGrant { get; init; }

    /// <summary>Whether to lead to the training records.</summary>
    public required bool MayReadRecords { get; init; }

    /// <summary>The mark of the posts that are known.</summary>
    public required string Version { get; init; }
}

public enum AccountState
{
    None,
    Active,
    Locked,
}
