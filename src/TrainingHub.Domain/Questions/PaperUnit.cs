namespace TrainingHub.Questions;

/// <summary>What is drawn as a whole: one question, or all questions of a case.</summary>
/// <param name="Questions">One or more that may be examined, in the order of their ids.</param>
internal sealed record PaperUnit(IReadOnlyList<PaperCandidate> Questions)
{
    public bool IsCase { get; } = Questions[0].Question.Prompt.Case is not null;

    /// <summary>1 to 3; of a case the mean, half rounded up.</summary>
    public int Difficulty { get; } = ((2 * Questions.Sum(question => question.Question.Difficulty)) + Questions.Count) / (2 * Questions.Count);

    public bool IsTakenBy(PaperSection section) => IsMeantBy(section) && IsWorth(section.Points);

    /// <summary>A case is about whatever one of its questions is about, and as hard as they are on the whole.</summary>
    public bool IsMeantBy(PaperSection section) =>
        section.DrawsCases == IsCase && section.Filter.IsFor(Difficulty) && Questions.Any(section.Filter.IsAbout);

    /// <summary>Whether so many points leave none of the questions without one.</summary>
    public bool IsWorth(int points) => Questions.Count <= points;

    /// <summary>Points of each question, in order: as even as whole points can be, the first ones have more.</summary>
    public IEnumerable<int> Share(int points) =>
        Questions.Select((_, place) => (points / Questions.Count) + (place < points % Questions.Count ? 1 : 0));

    /// <summary>Every unit once, in an order that does not depend on the candidates' order.</summary>
    public static List<PaperUnit> All(IEnumerable<PaperCandidate> candidates) =>
    [
        .. candidates.Where(candidate => candidate.Question.MayBeExamined)
            .DistinctBy(candidate => candidate.Name)
            .GroupBy(candidate => (candidate.Source, candidate.Question.Prompt.Case is { } story ? $"case {story.Id} {story.Text}" : $"question {candidate.Name.Id}"))
            .Select(unit => new PaperUnit([.. unit.OrderBy(candidate => candidate.Name.Id, StringComparer.Ordinal)]))
            .OrderBy(unit => unit.Questions[0].Name.ToString(), StringComparer.Ordinal),
    ];
}
