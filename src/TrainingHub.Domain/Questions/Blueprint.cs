namespace TrainingHub.Questions;

/// <summary>
/// 组卷规则 of a course's quiz: how many questions of which kind are drawn, in this order; or a <see cref="Plan"/> where kinds alone do not say it.
/// </summary>
/// <param name="Sections">Empty where there is a plan.</param>
public sealed record Blueprint(IReadOnlyList<BlueprintSection> Sections)
{
    /// <summary>
    /// What is drawn by difficulty, tag, clause and the like, as in a quiz that an organization arranges; names of questions leave the course out. Null
    /// where kinds say it all: those papers are drawn as they always were, so that a seed of years ago still gives its paper.
    /// </summary>
    public PaperPlan? Plan { get; init; }

    /// <summary>Points of a paper on which everything is right.</summary>
    public int FullPoints => Plan?.FullPoints ?? Sections.Sum(section => section.Count * section.Points);

    /// <summary>How many questions a paper has; a case counts once.</summary>
    public int ItemCount => Plan?.Draws ?? Sections.Sum(section => section.Count);

    /// <summary>Whether a paper may have questions that a person marks.</summary>
    public bool MayAskWritten =>
        Sections.Any(section => section.Kind is QuestionKind.Written)
        || (Plan is { } plan && (plan.Fixed.Count > 0 || plan.Sections.Any(section => section.Filter.Kind is null or QuestionKind.Written)));

    /// <summary>
    /// Draws a paper from the questions that may be examined, none of them twice. The same questions and seed give the same paper,
    /// in whatever order the bank comes. The options of each item are shuffled as far as <see cref="OptionOrder"/> lets them, those of true/false questions not at all.
    /// </summary>
    public PaperOutcome Draw(IReadOnlyCollection<QuestionVersion> bank, long seed) => Draw(QuestionPools.Of(bank), seed);

    /// <summary>The same from a bank that was made ready before.</summary>
    public PaperOutcome Draw(QuestionPools bank, long seed)
    {
        if (Plan is { } plan)
        {
            return DrawBy(bank.Ready(plan), seed);
        }

        if (FindShortages(bank) is { Count: > 0 } shortages)
        {
            return new PaperOutcome.Short(shortages);
        }

        var random = new Shuffler(unchecked((ulong)seed));
        var pools = bank.Kinds.ToDictionary(pool => pool.Key, pool => new Queue<QuestionVersion>(random.Shuffle(pool.Value)));
        var items = new List<PaperItem>(ItemCount);
        foreach (var section in Sections)
        {
            for (var drawn = 0; drawn < section.Count; drawn++)
            {
                var question = pools[section.Kind].Dequeue();
                items.Add(new PaperItem(items.Count + 1, question.Hash, OrderOf(question, random), section.Points));
            }
        }

        return new PaperOutcome.Drawn(new Paper(items));
    }

    /// <summary>Everything of which the bank has too little for this blueprint; empty when a paper can be drawn.</summary>
    public IReadOnlyList<PaperShortage> FindShortages(IReadOnlyCollection<QuestionVersion> bank) => FindShortages(QuestionPools.Of(bank));

    /// <summary>The same for a bank that was made ready before.</summary>
    public IReadOnlyList<PaperShortage> FindShortages(QuestionPools bank) =>
        Plan is { } plan
            ? bank.Ready(plan).Shortages
            :
            [
                .. from section in Sections
                   group section.Count by section.Kind into wanted
                   let found = bank.Count(wanted.Key)
                   where found < wanted.Sum()
                   select new PaperShortage.OfKind(wanted.Key, wanted.Sum(), found),
            ];

    // The items of a course's paper name no source: it is the course of the attempt.
    private static PaperOutcome DrawBy(PaperDraw ready, long seed) => ready.Draw(seed) switch
    {
        PaperOutcome.Drawn(var paper) => new PaperOutcome.Drawn(new Paper([.. paper.Items.Select(item => item with { Source = null })])),
        var outcome => outcome,
    };

    // Chance is asked for every option, also for those that stay: what follows on the paper is drawn as it always was.
    internal static List<int> OrderOf(QuestionVersion question, Shuffler random)
    {
        var order = Enumerable.Range(0, question.Prompt.OptionCount);
        return question.Prompt.Kind is QuestionKind.TrueFalse ? [.. order] : OptionOrder.Of(random.Shuffle(order), question.ShuffledOptions);
    }
}
