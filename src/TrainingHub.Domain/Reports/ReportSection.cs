namespace TrainingHub.Reports;

/// <summary>A part of a report: the figures of one target or, as the last one, what was done. Counted in a step of its own.</summary>
public sealed class ReportSection
{
    public required Guid ReportId { get; init; }

    /// <summary>Its place in the report, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>The target; null for what was done.</summary>
    public Guid? TargetId { get; init; }

    /// <summary>What was counted, in a form that programs read (JSON); null until then.</summary>
    public string? Content { get; private set; }

    /// <summary>Keeps what was counted; the first time counts.</summary>
    public void Fill(string content) => Content ??= content;
}
