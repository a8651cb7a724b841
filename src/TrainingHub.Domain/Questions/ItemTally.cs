namespace TrainingHub.Questions;

/// <summary>Sums over many <see cref="ItemOutcome"/>s of one question version, in thousandths. The order in which they are added does not matter.</summary>
public sealed class ItemTally
{
    private readonly List<OptionTally> options;
    private readonly int[] durations = new int[AnswerTimes.Steps];

    /// <summary>Goes on where a kept tally ended; with nothing it begins.</summary>
    public ItemTally(IEnumerable<OptionTally> options, IEnumerable<int> durations)
    {
        this.options = [.. options];
        foreach (var (step, count) in durations.Take(AnswerTimes.Steps).Index())
        {
            this.durations[step] = count;
        }
    }

    /// <summary>How many outcomes were added.</summary>
    public int Times { get; set; }

    /// <summary>Of these, how many were answered at all.</summary>
    public int Answered { get; set; }

    /// <summary>Of these, how many had full marks.</summary>
    public int Right { get; set; }
    public long ItemSum { get; set; }
    public long ItemSquares { get; set; }
    public long RestSum { get; set; }
    public long RestSquares { get; set; }
    public long Products { get; set; }

    /// <summary>By original index; shorter than the question where nobody picked the last ones.</summary>
    public IReadOnlyList<OptionTally> Options => options;

    /// <summary>By step of <see cref="AnswerTimes"/>.</summary>
    public IReadOnlyList<int> Durations => durations;

    public void Add(ItemOutcome outcome) => Change(outcome, 1);

    /// <summary>Takes out what was added before. Taking out what was not makes the sums wrong.</summary>
    public void Remove(ItemOutcome outcome) => Change(outcome, -1);

    private void Change(ItemOutcome outcome, int sign)
    {
        Times += sign;
        Answered += outcome.IsAnswered ? sign : 0;
        Right += outcome.Item is 1000 ? sign : 0;
        ItemSum += sign * outcome.Item;
        ItemSquares += sign * (long)outcome.Item * outcome.Item;
        RestSum += sign * outcome.Rest;
        RestSquares += sign * (long)outcome.Rest * outcome.Rest;
        Products += sign * (long)outcome.Item * outcome.Rest;
        foreach (var option in outcome.Picked)
        {
            while (options.Count <= option)
            {
                options.Add(OptionTally.None);
            }

            // Spots on pictures count as picks only since they are mapped to places: a paper that was counted before had none to take out.
            if (sign > 0 || options[option].Times > 0)
            {
                options[option] = new OptionTally(options[option].Times + sign, Math.Max(0, options[option].RestSum + (sign * outcome.Rest)));
            }
        }

        // The same of durations, which papers that were counted before did not have.
        if (outcome.Seconds is { } seconds && (sign > 0 || durations[AnswerTimes.StepOf(seconds)] > 0))
        {
            durations[AnswerTimes.StepOf(seconds)] += sign;
        }
    }
}
