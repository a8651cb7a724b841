namespace TrainingHub.Coverage;

/// <summary>A row of a figure's table by stage or by flag, in words.</summary>
/// <param name="Name">The stage or flag.</param>
/// <param name="Units">How many organizations have it.</param>
/// <param name="Figure">Their sum.</param>
/// <param name="Names">Address of the names behind it; null for whoever may not read them.</param>
public sealed record TraitLine(string Name, int Units, CoverageFigure Figure, string? Names);
