using TrainingHub.Standards;

namespace TrainingHub.Practice;

/// <summary>What can be chosen from in a form.</summary>
/// <param name="Sources">Courses, and the banks.</param>
/// <param name="Standards">Documents with their clauses, by title.</param>
public sealed record PracticeChoices(IReadOnlyList<PracticeSource> Sources, IReadOnlyList<PracticeChoices.Standard> Standards)
{
    /// <param name="Slug">The document.</param>
    /// <param name="Title">Without book marks.</param>
    /// <param name="Clauses">Numbers, in the order of the document.</param>
    public sealed record Standard(string Slug, string Title, IReadOnlyList<string> Clauses);

    public static PracticeChoices Of(IEnumerable<PracticeQuestion> questions, EditionHistory history)
    {
        var all = questions.ToList();
        var standards =
            from document in all.SelectMany(one => one.Clauses).Distinct().GroupBy(clause => clause.Edition.Slug, StringComparer.Ordinal)
            let editions = document.Select(clause => clause.Edition).Distinct().Select(history.Find).OfType<StandardEdition>().ToList()
            where editions.Count > 0
            let numbers = document.Select(clause => clause.Number).ToHashSet(StringComparer.Ordinal)
            let order = editions.SelectMany(edition => edition.Clauses.Select(clause => clause.Number)).Distinct(StringComparer.Ordinal)
            select new Standard(document.Key, editions[0].Title, [.. order.Where(numbers.Contains)]);
        return new PracticeChoices(
            [.. all.Select(one => one.Source).DistinctBy(source => source.Key, StringComparer.Ordinal)],
            [.. standards.OrderBy(standard => standard.Title, StringComparer.Ordinal)]);
    }
}
