namespace TrainingHub.People;

/// <summary>用工形式 of a membership. Powers of two, so that a target can name several in one mask.</summary>
[Flags]
public enum Employment
{
    None = 0,
    /// <summary>编制</summary>
    Established = 1 << 0,
    /// <summary>合同</summary>
    Contract = 1 << 1,
    /// <summary>派遣</summary>
    Dispatched = 1 << 2,
    /// <summary>外包</summary>
    Outsourced = 1 << 3,
    /// <summary>实习</summary>
    Intern = 1 << 4,
    /// <summary>返聘</summary>
    Rehired = 1 << 5,
    All = (1 << 6) - 1,
}
