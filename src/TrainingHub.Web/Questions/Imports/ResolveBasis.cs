using System.Diagnostics;
using TrainingHub.Courseware.Exchange;
using TrainingHub.Standards;
using TrainingHub.Time;

namespace TrainingHub.Questions.Imports;

/// <summary>Looks up what questions of a file name as their basis in free words among the standards that everybody reads, and says what came of it.</summary>
public sealed class ResolveBasis(StandardShelf shelf, DayClock clock)
{
    public async Task<IReadOnlyList<ForeignQuestion>> RunAsync(IReadOnlyList<ForeignQuestion> questions, CancellationToken cancel)
    {
        var history = await shelf.HistoryAsync(cancel);
        List<StandardEdition> readable = [];
        foreach (var edition in history.All)
        {
            if ((await shelf.PlaceOfAsync(edition.Name, cancel)).Readers is EditionReaders.Everyone)
            {
                readable.Add(edition);
            }
        }

        // Many questions of a file name the same clause.
        var today = clock.Today;
        var found = questions.Select(question => question.Basis).Where(basis => basis.Length > 0 && !BasisText.IsExact(basis)).Distinct(StringComparer.Ordinal)
            .ToDictionary(basis => basis, basis => WrittenBasisRule.Find(basis, history, readable, today), StringComparer.Ordinal);
        return [.. questions.Select(question => found.GetValueOrDefault(question.Basis) is { } known ? With(question, known) : question)];
    }

    private static ForeignQuestion With(ForeignQuestion question, WrittenBasis known)
    {
        var name = $"《{known.Edition.Title}》（{known.Edition.Edition}）";
        var note = known switch
        {
            WrittenBasis.Found found => new ForeignProblem(FaultOf(found.Standing), name + found.Clause.Number),
            WrittenBasis.ClauseMissing missing => new ForeignProblem(ForeignFault.BasisClauseMissing, name + missing.Number),
            WrittenBasis.Replaced => new ForeignProblem(ForeignFault.BasisReplaced, name),
            _ => throw new UnreachableException(),
        };
        return question with
        {
            Basis = known is WrittenBasis.Found { Basis: var basis } ? BasisText.Write(basis) : question.Basis,
            Problems = [.. question.Problems.Where(problem => problem.Fault is not ForeignFault.BasisUnclear), note],
        };
    }

    private static ForeignFault FaultOf(ClauseStanding standing) => standing switch
    {
        ClauseStanding.InForce => ForeignFault.BasisFound,
        ClauseStanding.CarriedOn => ForeignFault.BasisCarriedOn,
        ClauseStanding.ToBeChecked => ForeignFault.BasisToBeChecked,
        _ => ForeignFault.BasisStale,
    };
}
