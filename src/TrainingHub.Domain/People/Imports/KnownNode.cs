using TrainingHub.Organizations;
using TrainingHub.Time;

namespace TrainingHub.People.Imports;

/// <summary>An organization as it is today, for comparing with a list.</summary>
/// <param name="ParentId">Null for the unit that the list is for: that one is never changed by it.</param>
public sealed record KnownNode(Guid Id, string Code, string Name, Guid? ParentId, OrganizationKind Kind, SchoolStages Stages, OrganizationFlags Flags, string? Area)
{
    /// <summary>First day on which it exists.</summary>
    public DateOnly From { get; init; } = Day.Beginning;
}
