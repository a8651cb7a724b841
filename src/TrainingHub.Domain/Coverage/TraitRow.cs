namespace TrainingHub.Coverage;

/// <summary>A row of a figure's table by stage or by flag.</summary>
/// <typeparam name="T">Stages or flags.</typeparam>
/// <param name="Trait">One of them; none for the organizations without any.</param>
/// <param name="Units">How many organizations have it.</param>
/// <param name="Figure">Their sum.</param>
public sealed record TraitRow<T>(T Trait, int Units, CoverageFigure Figure)
    where T : struct, Enum;
