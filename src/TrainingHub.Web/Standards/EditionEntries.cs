namespace TrainingHub.Standards;

/// <summary>What of an edition is found by searching: the document by its title and number, each clause by number, title and text.</summary>
internal static class EditionEntries
{
    public static string GroupOf(EditionName name) => $"{name.Slug}@{name.Edition}";

    /// <summary>The entries, the document's own first; its key is empty, a clause's is its number.</summary>
    /// <param name="edition">What to find.</param>
    /// <param name="readersId">The unit whose people alone may find it; null for everybody.</param>
    public static IEnumerable<SearchEntry> Of(StandardEdition edition, Guid? readersId)
    {
        yield return SearchEntry.Of(SearchKind.Clause, GroupOf(edition.Name), "", $"{edition.Title} {edition.Number}", edition.Issuer, readersId);
        foreach (var clause in edition.Clauses)
        {
            yield return SearchEntry.Of(SearchKind.Clause, GroupOf(edition.Name), clause.Number, $"{clause.Number} {clause.Title}", clause.Text, readersId);
        }
    }
}
