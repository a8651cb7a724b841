namespace TrainingHub.Coverage;

/// <summary>The closed list of reasons.</summary>
public enum ExclusionReason
{
    /// <summary>长期病假</summary>
    LongSickLeave = 1,
    /// <summary>产假</summary>
    MaternityLeave = 2,
    /// <summary>支教挂职</summary>
    Secondment = 3,
    /// <summary>停职</summary>
    Suspension = 4,
    /// <summary>退休已批</summary>
    RetirementApproved = 5,
}
