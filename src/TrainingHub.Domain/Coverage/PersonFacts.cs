using TrainingHub.People;

namespace TrainingHub.Coverage;

/// <summary>What we know of one person that enters a figure.</summary>
public sealed record PersonFacts
{
    public required Guid PersonId { get; init; }
    public IReadOnlyList<Membership> Memberships { get; init; } = [];

    /// <summary>Of all targets and states; only approved ones in force count.</summary>
    public IReadOnlyList<Exclusion> Exclusions { get; init; } = [];

    /// <summary>Of all programmes; revoked ones are left out.</summary>
    public IReadOnlyList<EarnedRecord> Records { get; init; } = [];
}
