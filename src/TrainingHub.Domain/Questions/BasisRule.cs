using TrainingHub.Standards;

namespace TrainingHub.Questions;

/// <summary>Whether a question's basis still holds.</summary>
public static class BasisRule
{
    /// <summary>How the basis stands on that day. A document outside the standards is not followed: it counts as in force.</summary>
    public static ClauseStanding StandingOf(Basis basis, EditionHistory history, DateOnly day) => basis switch
    {
        Basis.OfClause clause => history.StandingOf(new EditionName(clause.StandardSlug, clause.Edition), clause.ClauseNumber, day),
        Basis.OfStatement said => history.StandingOf(new EditionName(said.StandardSlug, said.Edition), day),
        _ => ClauseStanding.InForce,
    };

    /// <summary>How that of the key's bases stands that allows the least: one repealed clause is enough.</summary>
    public static ClauseStanding StandingOf(QuestionKey key, EditionHistory history, DateOnly day) => StandingOf(WeakestOf(key, history, day), history, day);

    /// <summary>That of the key's bases which allows the least on that day; the first of several that allow the same.</summary>
    public static Basis WeakestOf(QuestionKey key, EditionHistory history, DateOnly day) =>
        key.MoreClauses.Count is 0 ? key.Basis : key.Bases.MaxBy(basis => Hindrance(StandingOf(basis, history, day))) ?? key.Basis;

    private static int Hindrance(ClauseStanding standing) => standing switch
    {
        ClauseStanding.InForce => 0,
        ClauseStanding.CarriedOn => 1,
        ClauseStanding.ToBeChecked => 2,
        ClauseStanding.Altered => 3,
        _ => 4,
    };

    /// <summary>
    /// Whether a question may be drawn for a lesson's check or for practice. What was repealed never; what was altered once somebody has looked
    /// at the question and found it still right. Grades already given stay as they are.
    /// </summary>
    /// <param name="standing">Of its basis.</param>
    /// <param name="isReviewed">Whether it was found still right under the edition in force.</param>
    public static bool MayBeDrawn(ClauseStanding standing, bool isReviewed) => standing switch
    {
        ClauseStanding.InForce or ClauseStanding.CarriedOn or ClauseStanding.ToBeChecked => true,
        ClauseStanding.Altered => isReviewed,
        _ => false,
    };

    /// <summary>Whether it may be drawn for a paper as well: never while its edition is to be checked.</summary>
    /// <param name="standing">Of its basis.</param>
    /// <param name="isReviewed">Whether it was found still right under the edition in force.</param>
    public static bool MayStandOnPaper(ClauseStanding standing, bool isReviewed) => standing is not ClauseStanding.ToBeChecked && MayBeDrawn(standing, isReviewed);

    /// <summary>Whether whoever keeps the question should look at it: its edition is no longer the one in force.</summary>
    public static bool IsStale(ClauseStanding standing) => standing is ClauseStanding.CarriedOn or ClauseStanding.Altered or ClauseStanding.Repealed or ClauseStanding.Unknown;
}
