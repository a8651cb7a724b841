using TrainingHub.Organizations;
using TrainingHub.People;

namespace TrainingHub.Programmes;

/// <summary>One target of a preset.</summary>
/// <param name="Year">The year that it is known by.</param>
/// <param name="Percent">Whole percent of the people counted, 1 to 100.</param>
/// <param name="Positions">Posts counted.</param>
/// <param name="Kinds">Kinds of organization that keep these posts.</param>
/// <param name="From">First day on which training counts (included).</param>
/// <param name="Until">Last day on which training counts (included); roster day and cut-off day as well.</param>
public sealed record PresetYear(int Year, int Percent, CorePosition Positions, OrganizationKind Kinds, DateOnly From, DateOnly Until)
{
    public Employment Employments { get; init; } = Employment.All;
}
