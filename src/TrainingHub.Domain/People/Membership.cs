using TrainingHub.Facts;

namespace TrainingHub.People;

/// <summary>任职: a person holds a position in an organization from–until (both included). The tie-breaking "lower id" of the counting rules is its <see cref="DatedFact.FactId"/>.</summary>
public sealed class Membership : DatedFact
{
    public required Guid PersonId { get; init; }
    public required Guid OrganizationId { get; init; }
    public required Guid PositionId { get; init; }

    /// <summary>Whether this is the person's main post (主任职).</summary>
    public required bool IsPrimary { get; init; }

    /// <summary>Exactly one form.</summary>
    public required Employment Employment { get; init; }

    /// <summary>Whether the first day was named by whoever imported the roster because the file did not say it (推定).</summary>
    public bool IsStartPresumed { get; init; }
}
