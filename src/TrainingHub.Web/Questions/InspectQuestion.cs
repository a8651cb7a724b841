using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using TrainingHub.Standards;
using TrainingHub.Time;

namespace TrainingHub.Questions;

/// <summary>Looks over a question while it is written: what is wrong, what should be looked at, and which questions are near to it.</summary>
public sealed class InspectQuestion(Banks banks, BankTwins twins, ReadableEditions readable, StandardShelf standards, DayClock clock)
{
    private const int MostNear = 5;

    private static readonly string[] DoubleNegatives = ["说法错误的是", "说法不正确的是", "不符合要求的是", "不属于"];

    /// <summary>Of a form in which nothing stands yet.</summary>
    public static QuestionPreview Nothing { get; } = new(null, [], [], [], new Dictionary<Guid, string>(), []);

    /// <param name="input">The form.</param>
    /// <param name="id">The question's id.</param>
    /// <param name="except">The question itself, which is not near to itself; null for a new one.</param>
    /// <param name="cancel">Stops the work.</param>
    public async Task<QuestionPreview> RunAsync(QuestionInput input, string id, Guid? except, CancellationToken cancel)
    {
        var (question, problems) = QuestionForm.Read(input, id);
        if (question is null)
        {
            return Nothing with { Problems = problems };
        }

        List<QuestionNote> notes = [];
        List<ShownBasis> bases = [];
        foreach (var basis in question.Question.Key.Bases)
        {
            notes.AddRange(await BasisNotesAsync(basis, cancel));
            bases.Add(await ShownAsync(basis, cancel));
        }

        var found = await twins.FindAsync([question.Question], await banks.ReadableAsync(cancel), cancel);
        var candidates = found[0].Where(one => one.Id != except).ToList();
        var ids = candidates.ConvertAll(one => one.Id);
        var readableIds = await (await banks.QuestionsAsync(cancel)).Where(one => ids.Contains(one.Id)).Select(one => one.Id).ToHashSetAsync(cancel);
        var near = candidates.Where(one => readableIds.Contains(one.Id)).Take(MostNear).ToList();
        var owners = near.Select(one => one.OwnerId).Distinct().ToList();
        return new QuestionPreview(
            question,
            [],
            [.. notes.Distinct(), .. NotesOf(question.Question)],
            near,
            (await banks.NamesAsync(owners, cancel)).ToDictionary(unit => unit.Id, unit => unit.Name),
            bases)
        { Pictures = except is { } own ? $"/questions/{own}/pictures" : null };
    }

    /// <summary>On what a question rests, in words.</summary>
    public async Task<ShownBasis> ShownAsync(Basis basis, CancellationToken cancel) => basis switch
    {
        Basis.OfClause clause => await readable.FindAsync(new EditionName(clause.StandardSlug, clause.Edition), cancel) is { } edition
            ? new ShownBasis($"《{edition.Title}》（{edition.Edition}）{clause.ClauseNumber}", edition.FindClause(clause.ClauseNumber)?.Text)
            : new ShownBasis(clause.ClauseNumber, null),
        Basis.OfStatement said => await readable.FindAsync(new EditionName(said.StandardSlug, said.Edition), cancel) is { } edition
            ? new ShownBasis($"《{edition.Title}》（{edition.Edition}）", said.Statement)
            : new ShownBasis(said.Edition, said.Statement),
        Basis.OfDocument named => new ShownBasis(named.Area is { } area ? $"{named.Document}（{area}）" : named.Document, named.Statement),
        _ => throw new UnreachableException(),
    };

    private async Task<IReadOnlyList<QuestionNote>> BasisNotesAsync(Basis basis, CancellationToken cancel)
    {
        if (basis is Basis.OfDocument document)
        {
            return document.Document.Length is 0 || document.Statement.Length is 0 ? [new QuestionNote("Note_BasisMissing")] : [];
        }

        var name = basis is Basis.OfClause clause ? new EditionName(clause.StandardSlug, clause.Edition) : basis is Basis.OfStatement said ? new EditionName(said.StandardSlug, said.Edition) : null;
        if (name is null || await readable.FindAsync(name, cancel) is not { } edition)
        {
            return [new QuestionNote("Note_EditionUnknown", $"{name?.Slug}（{name?.Edition}）")];
        }

        if (basis is Basis.OfClause { ClauseNumber: var number } && edition.FindClause(number) is not { MayBeCited: true })
        {
            return [new QuestionNote("Note_ClauseUnknown", number)];
        }

        return BasisRule.StandingOf(basis, await standards.HistoryAsync(cancel), clock.Today) switch
        {
            ClauseStanding.InForce or ClauseStanding.CarriedOn => [],
            ClauseStanding.ToBeChecked => [new QuestionNote("Note_ToBeChecked")],
            _ => [new QuestionNote("Note_BasisStale")],
        };
    }

    private static IEnumerable<QuestionNote> NotesOf(QuestionVersion question)
    {
        if (question.Prompt.Kind is QuestionKind.Single && LengthGuess.IsRightLongest(question))
        {
            yield return new QuestionNote("Note_RightLongest");
        }

        if (question.Prompt.Kind is QuestionKind.Multiple && LengthGuess.AreRightLongest(question))
        {
            yield return new QuestionNote("Note_RightLongest");
        }

        if (DoubleNegatives.FirstOrDefault(words => question.Prompt.Stem.Contains(words, StringComparison.Ordinal)) is { } negative)
        {
            yield return new QuestionNote("Note_Negative", negative);
        }
    }
}
