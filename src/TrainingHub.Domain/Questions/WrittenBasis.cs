using TrainingHub.Standards;

namespace TrainingHub.Questions;

/// <summary>依据 in free words, as far as its document is among the standards that are known.</summary>
public abstract record WrittenBasis
{
    private WrittenBasis(StandardEdition edition) => Edition = edition;

    public StandardEdition Edition { get; }

    /// <summary>The clause was entered, and its text was seen.</summary>
    /// <param name="Of">The edition that is named, else the one of the day.</param>
    /// <param name="Clause">The clause.</param>
    /// <param name="Standing">Whether a question may rest on it that day.</param>
    public sealed record Found(StandardEdition Of, Clause Clause, ClauseStanding Standing) : WrittenBasis(Of)
    {
        public Basis.OfClause Basis => new(Of.Slug, Of.Edition, Clause.Number);
    }

    /// <summary>The document is known, such a clause of it is not.</summary>
    /// <param name="Of">The edition that is named, else the one of the day.</param>
    /// <param name="Number">As it is written.</param>
    public sealed record ClauseMissing(StandardEdition Of, string Number) : WrittenBasis(Of);

    /// <summary>The edition that is named, or the whole document, no longer holds that day; no clause of it that was entered is named.</summary>
    /// <param name="Of">The edition.</param>
    public sealed record Replaced(StandardEdition Of) : WrittenBasis(Of);
}
