using TrainingHub.Organizations;
using TrainingHub.Time;

namespace TrainingHub.People.Imports;

/// <summary>An organization as it is today, for comparing with a list.</summary>
/// <param name="ParentId">Null for the unit that the list is for: that one is never changed by it.</param>
public sealed record KnownNode(Guid Id, string Code, string Name, Guid? ParentId, OrganizationKind Kind, SchoolStages Stages, OrganizationFlags Flags, string? Area)
{
    /// <summary>First day on which it exists.</summary>
    public DateOnly From { get; init; } = Day.Beginning;

    /// <summary>Whether it exists on the day from which the list holds.</summary>
    public bool IsThere { get; init; } = true;

    /// <summary>Last day of a change of what it is, and of where it stands: the day before the next change that is known already, else open.</summary>
    public DateOnly DetailsUntil { get; init; } = Day.Open;
    public DateOnly ParentUntil { get; init; } = Day.Open;
}
