namespace TrainingHub.Coverage;

/// <param name="Series">One entry for each promise in reach.</param>
public sealed record CoverageListPage(IReadOnlyList<SeriesFigures> Series);
