using TrainingHub.Hosting;

namespace TrainingHub.People.Imports;

/// <summary>The list of imports and the form above it.</summary>
/// <param name="Units">Names to choose from, at most 500; others are typed.</param>
/// <param name="Refusal">Why the file just sent was not taken.</param>
public sealed record ImportsPage(
    ImportInput Input, IReadOnlyList<string> Units, ImportsFilter Filter, IReadOnlyList<ImportLine> Imports, Pages Pages, ReadOutcome.Refused? Refusal = null);
