using TrainingHub.Standards;

namespace TrainingHub.Questions;

/// <summary>On what many questions rest from now on: all on one clause, or each on its own clauses in another edition of their document.</summary>
public abstract record NewBasis
{
    private NewBasis()
    {
    }

    /// <summary>The question so; null, with the reason, when it cannot be.</summary>
    public abstract (QuestionVersion? Version, NewBasisRefusal? Why) Of(QuestionVersion question);

    private static QuestionVersion With(QuestionVersion question, Basis first, IEnumerable<Basis.OfClause> more) => new(
        question.Prompt, question.Key with { Basis = first, MoreClauses = [.. more.Where(other => other != first).Distinct()] }, question.Use, question.Difficulty);

    /// <summary>The further clauses stay.</summary>
    public sealed record OfClause(Basis.OfClause Clause) : NewBasis
    {
        public override (QuestionVersion? Version, NewBasisRefusal? Why) Of(QuestionVersion question) => (With(question, Clause, question.Key.MoreClauses), null);
    }

    /// <summary>What rests on other documents, or on a statement without a clause, keeps resting on these.</summary>
    /// <param name="Edition">One of the history.</param>
    /// <param name="History">By which a clause is followed into that edition; what rests on a later edition stays.</param>
    public sealed record OfEdition(StandardEdition Edition, EditionHistory History) : NewBasis
    {
        public override (QuestionVersion? Version, NewBasisRefusal? Why) Of(QuestionVersion question)
        {
            var own = question.Key.Bases.OfType<Basis.OfClause>().Where(IsOfDocument).ToList();
            return own.Count is 0 ? (null, NewBasisRefusal.OtherDocument)
                : own.Exists(clause => ClauseFor(clause) is not { MayBeCited: true }) ? (null, NewBasisRefusal.ClauseGone)
                : (With(question, Moved(question.Key.Basis), question.Key.MoreClauses.Select(Moved).OfType<Basis.OfClause>()), null);
        }

        private Basis Moved(Basis basis) => basis is Basis.OfClause clause && IsOfDocument(clause) && ClauseFor(clause) is { } now
            ? clause with { Edition = Edition.Edition, ClauseNumber = now.Number }
            : basis;

        private Clause? ClauseFor(Basis.OfClause clause) => History.HeirOf(new ClauseName(new EditionName(clause.StandardSlug, clause.Edition), clause.ClauseNumber), Edition.Name);

        private bool IsOfDocument(Basis.OfClause clause) => string.Equals(clause.StandardSlug, Edition.Slug, StringComparison.Ordinal);
    }
}
