namespace TrainingHub.Reports;

/// <summary>How a target stands in a report.</summary>
public enum ReportStanding
{
    /// <summary>未到统计截止日: whatever the figure, nothing is said of met or missed.</summary>
    Ahead,

    /// <summary>无应训人员</summary>
    NobodyCounted,

    /// <summary>已达标</summary>
    Met,

    /// <summary>未达标</summary>
    NotMet,

    /// <summary>未达标: units have not declared</summary>
    NotMetUndeclared,
}
