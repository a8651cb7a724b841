namespace TrainingHub.Reports;

/// <summary>
/// A unit's report: which days it covers and what we knew when it was made. Its parts are counted once, in steps, and stay as they were counted; a
/// report that is made again for the same days is another one beside it.
/// </summary>
public sealed class Report
{
    public required Guid Id { get; init; }

    /// <summary>The unit that reports.</summary>
    public required Guid OrganizationId { get; init; }

    /// <summary>Its name and that of the unit above, to which it reports, on the day it was made; the latter empty at the top.</summary>
    public required string UnitName { get; init; }
    public required string RecipientName { get; init; }
    public required ReportKind Kind { get; init; }

    /// <summary>The day on which it is due.</summary>
    public required DateOnly Due { get; init; }

    /// <summary>Which making of it, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>First day covered (included).</summary>
    public required DateOnly From { get; init; }

    /// <summary>Last day covered (included): the data cut-off day.</summary>
    public required DateOnly Until { get; init; }

    /// <summary>数据截止时刻: only what was known then counts, UTC.</summary>
    public required DateTime Moment { get; init; }
    public required Guid CreatedBy { get; init; }

    /// <summary>The columns of its workbook when it was made, in a form that programs read (JSON); null in reports that were made before these were kept.</summary>
    public string? Columns { get; init; }

    /// <summary>When its last part was counted, UTC; null before.</summary>
    public DateTime? FinishedAt { get; private set; }

    /// <summary>When it was given up because a part could not be counted, UTC; null while it was not.</summary>
    public DateTime? FailedAt { get; private set; }

    /// <summary>Everything is counted.</summary>
    public void Finish(DateTime now) => FinishedAt ??= now;

    /// <summary>A part cannot be counted: the report is given up, and another may be made.</summary>
    public void Fail(DateTime now) => FailedAt ??= now;
}
