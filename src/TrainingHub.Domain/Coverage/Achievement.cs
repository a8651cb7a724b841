namespace TrainingHub.Coverage;

/// <summary>How a figure stands against its target.</summary>
public enum Achievement
{
    /// <summary>无应训人员: neither met nor a percentage</summary>
    NobodyCounted,
    /// <summary>已达标</summary>
    Met,
    /// <summary>未达标: too few people</summary>
    NotMet,
    /// <summary>未达标: everybody counted is covered, but units have not declared</summary>
    NotMetUndeclared,
}
