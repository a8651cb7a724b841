namespace TrainingHub.Coverage;

/// <summary>A table of a figure by stage or by flag, in words.</summary>
/// <param name="Key">Part of the table's id.</param>
/// <param name="Title">By what.</param>
/// <param name="Target">The target.</param>
/// <param name="Rows">In order.</param>
/// <param name="UnitsInSeveral">How many organizations stand in more than one row.</param>
/// <param name="Repeated">By how much the rows together exceed the total.</param>
public sealed record TraitLines(string Key, string Title, TargetSummary Target, IReadOnlyList<TraitLine> Rows, int UnitsInSeveral, CoverageFigure Repeated);
