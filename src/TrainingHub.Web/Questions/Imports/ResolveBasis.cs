using System.Diagnostics;
using TrainingHub.Courseware.Exchange;
using TrainingHub.Standards;

namespace TrainingHub.Questions.Imports;

/// <summary>Looks up what questions of a file name as their basis in free words, and says what came of it.</summary>
public sealed class ResolveBasis(WrittenBases bases)
{
    public async Task<IReadOnlyList<ForeignQuestion>> RunAsync(IReadOnlyList<ForeignQuestion> questions, CancellationToken cancel)
    {
        // Many questions of a file name the same clause.
        var find = await bases.ReadyAsync(cancel);
        var found = questions.Select(question => question.Basis).Where(basis => basis.Length > 0 && !BasisText.IsExact(basis)).Distinct(StringComparer.Ordinal)
            .ToDictionary(basis => basis, find, StringComparer.Ordinal);
        return [.. questions.Select(question => found.GetValueOrDefault(question.Basis) is { } known ? With(question, known) : question)];
    }

    /// <summary>What is said of a basis for all questions that name none; null of none, and of one that names no standard.</summary>
    /// <param name="written">As it is kept with the import: exact where a clause was found.</param>
    /// <param name="cancel">Stops the work.</param>
    public async Task<ForeignProblem?> NoteOfAsync(string written, CancellationToken cancel)
    {
        if (BasisText.ReadClause(written) is { } clause)
        {
            var (words, standing) = await bases.ReadAsync(clause, cancel);
            return new ForeignProblem(FaultOf(standing), words);
        }

        return written.Length is 0 || BasisText.IsExact(written) ? null
            : (await bases.ReadyAsync(cancel))(written) is { } known ? NoteOf(known)
            : new ForeignProblem(ForeignFault.BasisUnclear, written.Length <= 200 ? written : written[..199] + "…");
    }

    private static ForeignQuestion With(ForeignQuestion question, WrittenBasis known) => question with
    {
        Basis = known is WrittenBasis.Found { Basis: var basis } ? BasisText.Write(basis) : question.Basis,
        Problems = [.. question.Problems.Where(problem => problem.Fault is not ForeignFault.BasisUnclear), NoteOf(known)],
    };

    private static ForeignProblem NoteOf(WrittenBasis known)
    {
        var name = $"《{known.Edition.Title}》（{known.Edition.Edition}）";
        return known switch
        {
            WrittenBasis.Found found => new ForeignProblem(FaultOf(found.Standing), name + found.Clause.Number),
            WrittenBasis.ClauseMissing missing => new ForeignProblem(ForeignFault.BasisClauseMissing, name + missing.Number),
            WrittenBasis.Replaced => new ForeignProblem(ForeignFault.BasisReplaced, name),
            _ => throw new UnreachableException(),
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
