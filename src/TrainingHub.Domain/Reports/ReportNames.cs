namespace TrainingHub.Reports;

/// <summary>
/// A stretch of the names behind a report's figures, or of the changes before its cut-off day, as they were when they were counted. People stand in it by id;
/// what they were called stands where <see cref="ReportPerson"/> points. Lists that a part of the report does not name belong to a try that was interrupted.
/// </summary>
public sealed class ReportNames
{
    /// <summary>The list; see <see cref="TargetPart.Names"/>.</summary>
    public required Guid ListId { get; init; }

    /// <summary>From 1.</summary>
    public required int Number { get; init; }
    public required Guid ReportId { get; init; }

    /// <summary>Whether these are changes; else names.</summary>
    public required bool IsOfChanges { get; init; }

    /// <summary>Lines in a form that programs read (JSON).</summary>
    public required string Content { get; init; }
}
