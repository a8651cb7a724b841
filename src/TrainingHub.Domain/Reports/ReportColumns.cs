namespace TrainingHub.Reports;

/// <summary>The columns that a unit keeps for its workbook.</summary>
public sealed class ReportColumns
{
    public required Guid OrganizationId { get; init; }

    /// <summary>In a form that programs read (JSON).</summary>
    public required string Choices { get; set; }

    /// <summary>UTC.</summary>
    public required DateTime ChangedAt { get; set; }
    public required Guid ChangedBy { get; set; }
}
