using System.Diagnostics;
using TrainingHub.Questions;
using TrainingHub.Standards;

namespace TrainingHub.Courses;

/// <summary>Finds the text of a clause that a released key names, as far as the reader may read the standard.</summary>
public sealed class BasisCards(ReadableEditions readable)
{
    /// <summary>Everything that the answer rests on, the first named first.</summary>
    public async Task<IReadOnlyList<BasisCard>> OfAsync(QuestionKey key, CancellationToken cancel)
    {
        List<BasisCard> cards = [];
        foreach (var basis in key.Bases)
        {
            cards.Add(await OfAsync(basis, cancel));
        }

        return cards;
    }

    private async Task<BasisCard> OfAsync(Basis basis, CancellationToken cancel) => basis switch
    {
        Basis.OfClause clause => await readable.FindAsync(new EditionName(clause.StandardSlug, clause.Edition), cancel) is { } edition
            ? Card(edition, edition.FindClause(clause.ClauseNumber)?.Text, clause.ClauseNumber)
            : new BasisCard(clause.ClauseNumber, null, null, null, null),
        Basis.OfStatement said => await readable.FindAsync(new EditionName(said.StandardSlug, said.Edition), cancel) is { } edition
            ? Card(edition, said.Statement, "")
            : new BasisCard(said.Statement, null, null, null, null),
        Basis.OfDocument document => new BasisCard(document.Document, document.Statement, null, null, document.Area),
        _ => throw new UnreachableException(),
    };

    private static BasisCard Card(StandardEdition edition, string? text, string clause) =>
        new($"《{edition.Title}》{clause}", text, $"{edition.Number}，{edition.Edition.TrimEnd('版').TrimEnd('年')}年版", edition.Status, null);
}
