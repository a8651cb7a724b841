namespace TrainingHub.Programmes;

/// <summary>专业领域: of experts, and of the hours that a programme asks for. Powers of two, so that an expert can know several. Stored by number.</summary>
[Flags]
public enum ExpertDomain
{
    None = 0,
    /// <summary>消防</summary>
    Fire = 1 << 0,
    /// <summary>基建工程</summary>
    Construction = 1 << 1,
    /// <summary>自然灾害</summary>
    NaturalDisaster = 1 << 2,
    /// <summary>实验室</summary>
    Laboratory = 1 << 3,
    /// <summary>实习实训</summary>
    Internship = 1 << 4,
    /// <summary>中小学幼儿园</summary>
    Schools = 1 << 5,
    All = (1 << 6) - 1,
}
