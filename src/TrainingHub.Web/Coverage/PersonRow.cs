using TrainingHub.People;
using TrainingHub.Records;

namespace TrainingHub.Coverage;

/// <summary>A name behind a figure.</summary>
public sealed record PersonRow
{
    public required Guid PersonId { get; init; }
    public required string Name { get; init; }
    public required bool IsAnonymous { get; init; }
    public string? Phone { get; init; }
    public required CorePosition Position { get; init; }
    public required string OrganizationName { get; init; }

    /// <summary>The unit above, for telling apart schools of one name; null at the top.</summary>
    public string? AboveName { get; init; }
    public MissingReason Reason { get; init; }

    /// <summary>Of the covered.</summary>
    public Evidence? Evidence { get; init; }
    public DateOnly? CompletionDay { get; init; }

    /// <summary>Of the excluded.</summary>
    public ExclusionReason? Why { get; init; }
    public DateOnly? ExcludedFrom { get; init; }
    public DateOnly? ExcludedUntil { get; init; }

    /// <summary>Of those who count elsewhere or left for another place that counts.</summary>
    public bool IsCountedElsewhere { get; init; }

    /// <summary>Null outside the reader's reach.</summary>
    public string? CountedAtName { get; init; }
    public CorePosition? CountedAtPosition { get; init; }

    /// <summary>Whether the reader still reaches the person today; else the name is text of its day.</summary>
    public bool IsInReach { get; init; }
}
