using TrainingHub.Courseware.Exchange;
using TrainingHub.Standards;
using TrainingHub.Time;

namespace TrainingHub.Questions;

/// <summary>Looks up what is named as a basis, in free words or exactly, among the standards that everybody reads.</summary>
public sealed class WrittenBases(StandardShelf shelf, DayClock clock)
{
    private const string EditionMark = "edition:";

    /// <summary>Made ready for many at once: null where words name no edition that is known, or more than one clause.</summary>
    public async Task<Func<string, WrittenBasis?>> ReadyAsync(CancellationToken cancel)
    {
        var (history, today, readable) = (await shelf.HistoryAsync(cancel), clock.Today, await ReadableAsync(cancel));
        return words => WrittenBasisRule.Find(words, history, readable, today);
    }

    /// <summary>The same words, or the clause that they name as it is written in a file.</summary>
    public async Task<string> ExactAsync(string words, CancellationToken cancel) =>
        words.Length > 0 && !BasisText.IsExact(words) && (await ReadyAsync(cancel))(words) is WrittenBasis.Found found ? BasisText.Write(found.Basis) : words;

    /// <summary>
    /// A clause, or an edition alone, on which questions are to rest: with how it is kept, from which it is read again. Null when neither is known.
    /// </summary>
    public async Task<(NewBasis Basis, string Kept)?> FindNewAsync(string words, CancellationToken cancel)
    {
        if (await FindClauseAsync(words, cancel) is { } clause)
        {
            return (new NewBasis.OfClause(clause), BasisText.Write(clause));
        }

        var history = await shelf.HistoryAsync(cancel);
        var edition = words.StartsWith(EditionMark, StringComparison.Ordinal) && words[EditionMark.Length..].Split('@') is [var slug, var name]
            ? history.Find(new EditionName(slug, name)) is { } exact && await IsReadableAsync(exact.Name, cancel) ? exact : null
            : WrittenBasisRule.FindEdition(words, history, await ReadableAsync(cancel), clock.Today);
        return edition is null ? null : (new NewBasis.OfEdition(edition, history), $"{EditionMark}{edition.Slug}@{edition.Edition}");
    }

    /// <summary>The clause that is named, if it may be cited; null when it is not known.</summary>
    private async Task<Basis.OfClause?> FindClauseAsync(string words, CancellationToken cancel)
    {
        if (BasisText.ReadClause(words) is not { } exact)
        {
            return (await ReadyAsync(cancel))(words) is WrittenBasis.Found found ? found.Basis : null;
        }

        var name = new EditionName(exact.StandardSlug, exact.Edition);
        return (await shelf.HistoryAsync(cancel)).Find(name)?.FindClause(exact.ClauseNumber) is { MayBeCited: true } && await IsReadableAsync(name, cancel) ? exact : null;
    }

    /// <summary>The clause in words, and whether a question may rest on it today.</summary>
    public async Task<(string Words, ClauseStanding Standing)> ReadAsync(Basis.OfClause clause, CancellationToken cancel)
    {
        var (history, name) = (await shelf.HistoryAsync(cancel), new EditionName(clause.StandardSlug, clause.Edition));
        return ($"《{history.Find(name)?.Title ?? clause.StandardSlug}》（{clause.Edition}）{clause.ClauseNumber}", history.StandingOf(name, clause.ClauseNumber, clock.Today));
    }

    private async Task<List<StandardEdition>> ReadableAsync(CancellationToken cancel)
    {
        List<StandardEdition> readable = [];
        foreach (var edition in (await shelf.HistoryAsync(cancel)).All)
        {
            if (await IsReadableAsync(edition.Name, cancel))
            {
                readable.Add(edition);
            }
        }

        return readable;
    }

    private async Task<bool> IsReadableAsync(EditionName name, CancellationToken cancel) => (await shelf.PlaceOfAsync(name, cancel)).Readers is EditionReaders.Everyone;
}
