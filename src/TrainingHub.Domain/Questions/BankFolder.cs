namespace TrainingHub.Questions;

/// <summary>题库文件夹: where a unit keeps some of its questions.</summary>
public sealed class BankFolder
{
    /// <summary>The longest name, in characters.</summary>
    public const int LongestName = 60;

    /// <summary>How deep folders may lie in each other; a folder of the bank itself is at 1.</summary>
    public const int MostDeep = 6;

    public required Guid Id { get; init; }

    /// <summary>The unit whose bank it is part of.</summary>
    public required Guid OwnerId { get; init; }

    /// <summary>Null: lies in the bank itself.</summary>
    public Guid? ParentId { get; set; }
    public required string Name { get; set; }

    /// <summary>不共享: units below see nothing of it and draw nothing from it. The same for all folders that lie in it.</summary>
    public bool IsPrivate { get; set; }
}
