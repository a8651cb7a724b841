using TrainingHub.Hosting;

namespace TrainingHub.Coverage;

/// <param name="Series">One entry for each promise in reach.</param>
public sealed record CoverageListPage(PromisesFilter Filter, IReadOnlyList<SeriesFigures> Series, Pages Pages)
{
    // Each has its years' figures, which have to be summed.
    public const int PageSize = 20;
}
