namespace TrainingHub.Programmes;

/// <summary>Promises of the policy documents, which many bureaus set in the same words.</summary>
public enum PolicyPreset
{
    /// <summary>市任务分工第7项: principals, vice principals for safety, persons responsible; 30, 60, 100 % by the ends of 2024, 2025, 2026.</summary>
    CityPlanItem7 = 0,

    /// <summary>市任务分工第6项: management posts, 30 and 60 % by the ends of 2024 and 2025; for 2026 only leaders in charge and heads of safety sections, once.</summary>
    CityPlanItem6 = 1,

    /// <summary>县实施方案（三）, named posts: principals, vice principals for safety, heads of safety offices once by the end of 2026.</summary>
    CountyPlanNamedPosts = 2,

    /// <summary>县实施方案（三）, key posts of each school that is a legal person, trained by the school itself, once by the end of 2026.</summary>
    CountyPlanKeyPosts = 3,

    /// <summary>“学标准 促提升”: all staff, three documents, 2025-04-01 to 2025-05-31.</summary>
    LearnStandards = 4,
}
