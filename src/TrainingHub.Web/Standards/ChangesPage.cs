using TrainingHub.Hosting;

namespace TrainingHub.Standards;

/// <summary>What changed between two editions, a part of it at a time: showing two long texts side by side takes a while each.</summary>
/// <param name="Comparison">All of it.</param>
/// <param name="Shown">Changes of this page; clauses that stayed as they were are not listed.</param>
/// <param name="Pages">Of all that changed.</param>
public sealed record ChangesPage(EditionComparison Comparison, IReadOnlyList<ClauseChange> Shown, Pages Pages)
{
    public static ChangesPage Of(EditionComparison comparison, int asked)
    {
        List<ClauseChange> changed = [.. comparison.Changes.Where(change => change is not ClauseChange.Kept)];
        var pages = Pages.Of(asked, changed.Count);
        return new ChangesPage(comparison, [.. changed.Skip((pages.Page - 1) * pages.Length).Take(pages.Length)], pages);
    }
}
