namespace TrainingHub.Standards;

/// <summary>A draft before it is published, and what that will do.</summary>
/// <param name="Id">The draft.</param>
/// <param name="Stamp">Its state as it is shown.</param>
/// <param name="Edition">What is published.</param>
/// <param name="Unit">Whose it is.</param>
/// <param name="Readers">Who will read it.</param>
/// <param name="Comparison">With the edition that it replaces; null for a first edition.</param>
/// <param name="Touched">Lessons and questions that rest on clauses which it alters or removes.</param>
/// <param name="Obstacle">Key of what stands in the way; null when nothing does.</param>
public sealed record PublicationPage(
    Guid Id, Guid Stamp, StandardEdition Edition, string Unit, EditionReaders Readers, EditionComparison? Comparison, int Touched, string? Obstacle);
