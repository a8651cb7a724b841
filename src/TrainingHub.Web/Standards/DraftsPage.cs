using TrainingHub.Hosting;

namespace TrainingHub.Standards;

/// <summary>The standards of units in reach: those being written, or those published.</summary>
/// <param name="Filter">As asked for.</param>
/// <param name="Drafts">Being written; empty when the published ones are shown.</param>
/// <param name="Rows">Published; empty when the drafts are shown.</param>
/// <param name="Pages">Of whichever is shown.</param>
/// <param name="DraftsInReach">How many there are, whatever the filter.</param>
/// <param name="PublishedInReach">How many there are, whatever the filter.</param>
public sealed record DraftsPage(
    DraftsFilter Filter, IReadOnlyList<DraftRow> Drafts, IReadOnlyList<StandardRow> Rows, Pages Pages, int DraftsInReach, int PublishedInReach);
