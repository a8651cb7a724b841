namespace TrainingHub.Questions;

/// <summary>
/// 组卷规则 of a quiz that an organization arranges: what is drawn from several sources, what always stands on the paper, what never stands together.
/// The quiz of a course has a <see cref="Blueprint"/>, which may hold one.
/// </summary>
public sealed record PaperPlan
{
    public const int MostSections = 30;
    public const int MostPairs = 40;
    public const int MostDraws = 300;

    /// <summary>In the order of the paper.</summary>
    public IReadOnlyList<PaperSection> Sections { get; init; } = [];

    /// <summary>In the order of the paper, before all sections.</summary>
    public IReadOnlyList<FixedQuestion> Fixed { get; init; } = [];

    public IReadOnlyList<ForbiddenPair> Forbidden { get; init; } = [];

    /// <summary>Whether questions are shuffled within their section; else they stand in the order of their sources.</summary>
    public bool ShufflesQuestions { get; init; } = true;

    /// <summary>Whether options are shuffled. Steps to order and targets to match always are: in their own order they would tell the answer.</summary>
    public bool ShufflesOptions { get; init; } = true;

    /// <summary>Points of a paper on which everything is right: the same for everybody.</summary>
    public int FullPoints => Fixed.Sum(question => question.Points) + Sections.Sum(section => section.Count * section.Points);

    /// <summary>How often is drawn, fixed questions included; a case counts once.</summary>
    public int Draws => Fixed.Count + Sections.Sum(section => section.Count);

    /// <summary>Everything that is wrong whatever the questions are; empty when it can be drawn by.</summary>
    public IEnumerable<PaperPlanFault> Faults()
    {
        var names = Fixed.Select(question => question.Name).ToHashSet();
        (bool IsWrong, PaperPlanFault Fault)[] found =
        [
            (Draws is 0, PaperPlanFault.Empty),
            (Sections.Count > MostSections, PaperPlanFault.TooManySections),
            (Sections.Any(section => section.Count is < 1 or > PaperSection.MostDraws), PaperPlanFault.CountOutOfRange),
            (Sections.Select(section => section.Points).Concat(Fixed.Select(question => question.Points)).Any(points => points is < 1 or > PaperSection.MostPoints), PaperPlanFault.PointsOutOfRange),
            (Sections.Any(section => section.Filter is not { From: >= PaperFilter.Easiest, Until: <= PaperFilter.Hardest } filter || filter.From > filter.Until), PaperPlanFault.DifficultyBackwards),
            (Sections.Any(section => section.Filter is { Clause: not null, Standard: null }), PaperPlanFault.ClauseAlone),
            (names.Count < Fixed.Count || Forbidden.Any(pair => pair.First != pair.Second && names.Contains(pair.First) && names.Contains(pair.Second)), PaperPlanFault.FixedContradict),
            (Forbidden.Count > MostPairs, PaperPlanFault.TooManyPairs),
            (Forbidden.Any(pair => pair.First == pair.Second), PaperPlanFault.PairOfOne),
            (Draws > MostDraws, PaperPlanFault.TooLong),
        ];
        return found.Where(one => one.IsWrong).Select(one => one.Fault);
    }
}
