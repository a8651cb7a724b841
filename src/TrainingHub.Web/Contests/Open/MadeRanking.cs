using TrainingHub.Quizzes;

namespace TrainingHub.Contests.Open;

/// <summary>A ranking with what it was made from.</summary>
/// <param name="terms">As agreed.</param>
/// <param name="counts">Which attempt of a person counts.</param>
/// <param name="places">Everybody who may take part, each once.</param>
/// <param name="schools">Which units are ranked as schools.</param>
/// <param name="sittings">Attempts that were handed in.</param>
public sealed class MadeRanking(OpenTerms terms, CountingAttempt counts, IReadOnlyCollection<ContestPlace> places, IReadOnlySet<Guid> schools, IReadOnlyCollection<ContestSitting> sittings)
{
    public OpenRanking Ranking { get; } = OpenRanking.Of(terms, counts, places, schools, sittings);

    /// <summary>How many rows were read for it.</summary>
    public int Rows => places.Count + sittings.Count;

    public OpenLog Log => LogOf(Ranking);

    /// <summary>The same for a ranking that was told before: what has changed since, its digest says.</summary>
    public OpenLog LogOf(OpenRanking told) => OpenLog.Of(terms, counts, places, schools, sittings, told);
}
