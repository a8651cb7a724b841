namespace TrainingHub.Questions;

/// <summary>Where the newest version of a bank's question stands. Stored by number: never renumber.</summary>
public enum BankStatus
{
    /// <summary>草稿: being written.</summary>
    Draft = 0,

    /// <summary>待审核: waits for somebody else to look at it.</summary>
    Review = 1,

    /// <summary>已发布: may be drawn.</summary>
    Published = 2,

    /// <summary>已停用: never drawn again; what was answered stays.</summary>
    Retired = 3,
}
