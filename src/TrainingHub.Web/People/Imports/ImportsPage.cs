using TrainingHub.Hosting;

namespace TrainingHub.People.Imports;

/// <summary>The list of imports and the form above it.</summary>
/// <param name="Units">Names to choose from, at most 500; others are typed.</param>
/// <param name="Refusal">Why the file just sent was not taken.</param>
public sealed record ImportsPage(
    ImportInput Input, IReadOnlyList<string> Units, ImportsFilter Filter, IReadOnlyList<ImportLine> Imports, Pages Pages, ReadOutcome.Refused? Refusal = null)
{
    /// <summary>What is remembered of headings, of units in reach.</summary>
    public IReadOnlyList<KnownHeading> Headings { get; init; } = [];

    /// <param name="Code">Of the unit.</param>
    /// <param name="Unit">Its name.</param>
    /// <param name="Heading">As its files write it.</param>
    /// <param name="Column">What it means.</param>
    public sealed record KnownHeading(string Code, string Unit, string Heading, RosterColumn Column);
}
