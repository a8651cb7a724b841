using TrainingHub.Hosting;

namespace TrainingHub.Standards;

/// <summary>The list of standards, or what a search found in them.</summary>
/// <param name="Filter">As asked for.</param>
/// <param name="Rows">Documents; empty when something was searched for.</param>
/// <param name="Hits">What was found; empty when nothing was searched for.</param>
/// <param name="Pages">Of the rows or the hits.</param>
/// <param name="IsSearch">Whether something was searched for.</param>
public sealed record StandardsPage(StandardsFilter Filter, IReadOnlyList<StandardRow> Rows, IReadOnlyList<ClauseHit> Hits, Pages Pages, bool IsSearch);
