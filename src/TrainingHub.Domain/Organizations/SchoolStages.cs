namespace TrainingHub.Organizations;

/// <summary>学段. A school may have several.</summary>
[Flags]
public enum SchoolStages
{
    None = 0,
    /// <summary>幼儿园</summary>
    Nursery = 1 << 0,
    /// <summary>小学</summary>
    Primary = 1 << 1,
    /// <summary>初中</summary>
    Junior = 1 << 2,
    /// <summary>高中</summary>
    Senior = 1 << 3,
    /// <summary>中等职业学校</summary>
    SecondaryVocational = 1 << 4,
}
