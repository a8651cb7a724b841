using TrainingHub.Facts;

namespace TrainingHub.Organizations;

/// <summary>并入: from <see cref="DatedFact.From"/> on another organization goes on in place of one that was merged into it and closed the day before.</summary>
public sealed class OrganizationSuccession : DatedFact
{
    public required Guid OrganizationId { get; init; }

    /// <summary>The one that goes on.</summary>
    public required Guid SuccessorId { get; init; }
}
