namespace TrainingHub.Coverage;

/// <summary>An organization of a target's sub-tree.</summary>
/// <param name="Id">The organization.</param>
/// <param name="Code">For addresses.</param>
/// <param name="Name">Its name today.</param>
/// <param name="Depth">Steps below the organization that set the target; 0 for that one itself.</param>
public sealed record UnitChoice(Guid Id, string Code, string Name, int Depth);
