namespace TrainingHub.Questions;

/// <summary>组卷规则: how many questions of which kind are drawn, in this order.</summary>
public sealed record Blueprint(IReadOnlyList<BlueprintSection> Sections)
{
    /// <summary>Points of a paper on which everything is right.</summary>
    public int FullPoints => Sections.Sum(section => section.Count * section.Points);

    /// <summary>How many questions a paper has.</summary>
    public int ItemCount => Sections.Sum(section => section.Count);

    /// <summary>
    /// Draws a paper from the questions that may be examined, none of them twice. The same questions and seed give the same paper,
    /// in whatever order the bank comes. The options of each item are shuffled as far as <see cref="OptionOrder"/> lets them, those of true/false questions not at all.
    /// </summary>
    public DrawOutcome Draw(IReadOnlyCollection<QuestionVersion> bank, long seed) => Draw(QuestionPools.Of(bank), seed);

    /// <summary>The same from a bank that was made ready before.</summary>
    public DrawOutcome Draw(QuestionPools bank, long seed)
    {
        if (FindShortages(bank) is [var shortage, ..])
        {
            return shortage;
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

        return new DrawOutcome.Drawn(new Paper(items));
    }

    /// <summary>Every kind of which the bank has too few for this blueprint; empty when a paper can be drawn.</summary>
    public IReadOnlyList<DrawOutcome.Shortage> FindShortages(IReadOnlyCollection<QuestionVersion> bank) => FindShortages(QuestionPools.Of(bank));

    /// <summary>The same for a bank that was made ready before.</summary>
    public IReadOnlyList<DrawOutcome.Shortage> FindShortages(QuestionPools bank) =>
    [
        .. from section in Sections
           group section.Count by section.Kind into wanted
           let found = bank.Count(wanted.Key)
           where found < wanted.Sum()
           select new DrawOutcome.Shortage(wanted.Key, wanted.Sum(), found),
    ];

    // Chance is asked for every option, also for those that stay: what follows on the paper is drawn as it always was.
    internal static List<int> OrderOf(QuestionVersion question, Shuffler random)
    {
        var order = Enumerable.Range(0, question.Prompt.OptionCount);
        return question.Prompt.Kind is QuestionKind.TrueFalse ? [.. order] : OptionOrder.Of(random.Shuffle(order), question.ShuffledOptions);
    }
}
