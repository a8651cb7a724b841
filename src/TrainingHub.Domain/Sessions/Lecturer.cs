using TrainingHub.Programmes;

namespace TrainingHub.Sessions;

/// <summary>专家库里的一位专家, kept by a unit; the units below may invite them too.</summary>
public sealed class Lecturer
{
    public const int LongestName = 60;
    public const int LongestText = 120;

    public required Guid Id { get; init; }

    /// <summary>The unit that keeps the entry.</summary>
    public required Guid OrganizationId { get; init; }
    public required string Name { get; set; }

    /// <summary>工作单位; empty when unknown.</summary>
    public required string Unit { get; set; }

    /// <summary>职务、职称; empty when unknown.</summary>
    public required string Title { get; set; }

    /// <summary>At least one.</summary>
    public required ExpertDomain Domains { get; set; }

    /// <summary>Whether they are no longer invited; past sessions keep their name.</summary>
    public bool IsRetired { get; set; }
    public required DateTime CreatedAt { get; init; }

    /// <summary>Concurrency token; counts changes.</summary>
    public int Version { get; set; }
}
