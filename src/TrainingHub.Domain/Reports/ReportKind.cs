namespace TrainingHub.Reports;

/// <summary>Reports that bureaus file. Stored by number.</summary>
public enum ReportKind
{
    /// <summary>季度报告: due on 15 March, 15 June and 15 September.</summary>
    Quarter = 1,

    /// <summary>年度报告: due on 15 December.</summary>
    Year = 2,

    /// <summary>专项行动总结: due on 25 June.</summary>
    Campaign = 3,
}
