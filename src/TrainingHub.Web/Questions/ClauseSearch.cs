using TrainingHub.Standards;

namespace TrainingHub.Questions;

/// <summary>Clauses that a question may rest on, by words of document, number, title or text.</summary>
public sealed class ClauseSearch(ReadableEditions readable)
{
    private const int Most = 20;
    private const int MostWords = 5;

    /// <summary>The chosen ones in their order, then at most twenty others in which each of the words occurs; none without a word.</summary>
    public async Task<IReadOnlyList<ClauseChoice>> RunAsync(IReadOnlyList<string?>? chosen, string? typed, CancellationToken cancel)
    {
        List<ClauseChoice> choices = [];
        foreach (var clause in (chosen ?? []).Select(QuestionFormText.ClauseOf).OfType<Basis.OfClause>().Distinct())
        {
            choices.Add(await ChosenAsync(clause, cancel));
        }

        var words = (typed ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Take(MostWords).Select(BankContent.Fold).Where(word => word.Length > 0).ToList();
        if (words.Count > 0)
        {
            var known = choices.Select(choice => choice.Value).ToHashSet(StringComparer.Ordinal);
            choices.AddRange((await FindAsync(words, cancel)).Where(choice => !known.Contains(choice.Value)).Take(Most));
        }

        return choices;
    }

    private async Task<ClauseChoice> ChosenAsync(Basis.OfClause clause, CancellationToken cancel)
    {
        var edition = await readable.FindAsync(new EditionName(clause.StandardSlug, clause.Edition), cancel);
        return new ClauseChoice(
            QuestionFormText.Written(clause), $"《{edition?.Title ?? clause.StandardSlug}》（{clause.Edition}）{clause.ClauseNumber}", edition?.FindClause(clause.ClauseNumber)?.Text, IsChosen: true);
    }

    private async Task<IEnumerable<ClauseChoice>> FindAsync(List<string> words, CancellationToken cancel) =>
        from entry in await readable.AllAsync(withReplaced: true, cancel)
        let edition = entry.Edition
        orderby entry.Status is EditionStatus.Replaced
        from clause in edition.Clauses
        where clause.MayBeCited
        let searched = BankContent.Fold($"{edition.Title}{edition.Edition}{clause.Number}{clause.Title}{clause.Text}")
        where words.TrueForAll(word => searched.Contains(word, StringComparison.Ordinal))
        select new ClauseChoice(
            QuestionFormText.Written(new Basis.OfClause(edition.Name.Slug, edition.Name.Edition, clause.Number)), $"《{edition.Title}》（{edition.Edition}）{clause.Number}", clause.Text, IsChosen: false);
}
