namespace TrainingHub.Coverage;

/// <summary>One row of a table of figures.</summary>
/// <typeparam name="T">What the row is about: a post, an organization, a year.</typeparam>
public sealed record FigureRow<T>(T Of, CoverageFigure Figure);
