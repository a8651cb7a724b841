using TrainingHub.People;

namespace TrainingHub.Coverage;

/// <summary>
/// One person's standing for one target at one organization and post: the name behind a figure. Rewritten by <c>CountAgain</c> alone;
/// a cell is the sum of its standings, so a figure and its names cannot disagree.
/// </summary>
public sealed class CoverageStanding
{
    public required Guid TargetId { get; init; }
    public required Guid PersonId { get; init; }
    public required Guid OrganizationId { get; init; }

    /// <summary>Exactly one post.</summary>
    public required CorePosition Position { get; init; }
    public required StandingKind Kind { get; set; }

    /// <summary>The record that covers; null unless <see cref="StandingKind.Covered"/>.</summary>
    public Guid? RecordId { get; set; }

    /// <summary>Where a person counted elsewhere counts, or one who left but is still counted; null otherwise.</summary>
    public Guid? CountedAtOrganizationId { get; set; }
    public CorePosition? CountedAtPosition { get; set; }

    /// <summary>The exclusion in force; null unless <see cref="StandingKind.Excluded"/>.</summary>
    public Guid? ExclusionId { get; set; }
}
