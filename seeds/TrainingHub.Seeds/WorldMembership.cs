using TrainingHub.People;

namespace TrainingHub.Seeds;

/// <param name="Position">Code of the catalogue of positions.</param>
public sealed record WorldMembership(string Organization, string Position, DateOnly From, DateOnly Until, bool IsPrimary = true, Employment Employment = Employment.Established);
