namespace TrainingHub.Questions;

/// <summary>隐患等级: what a situation is judged to be.</summary>
public enum HazardLevel
{
    /// <summary>重大事故隐患.</summary>
    Major,

    /// <summary>一般隐患.</summary>
    General,

    /// <summary>不构成隐患.</summary>
    None,
}
