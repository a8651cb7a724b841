namespace TrainingHub.Questions;

/// <summary>What a person chose of an item: on the wire letters as displayed (<c>AC</c>), for grading original option indices.</summary>
public sealed class Choice
{
    private readonly IReadOnlyList<int> optionOrder;

    private Choice(IReadOnlyList<int> options, IReadOnlyList<int> optionOrder)
    {
        Options = options;
        this.optionOrder = optionOrder;
    }

    /// <summary>Original option indices from 0, ascending; empty: unanswered.</summary>
    public IReadOnlyList<int> Options { get; }

    /// <summary>Whether nothing is chosen; also how an answer is taken back. Gives no points.</summary>
    public bool IsUnanswered => Options.Count is 0;

    /// <summary>
    /// Reads submitted letters, in any order, upper case. Null and the empty text are an unanswered item.
    /// </summary>
    public static ChoiceOutcome Parse(string? letters, QuestionKind kind, IReadOnlyList<int> optionOrder)
    {
        var places = (letters ?? "").Select(letter => letter - 'A').ToList();
        if (places.Exists(place => place < 0 || place >= optionOrder.Count))
        {
            return new ChoiceOutcome.Refused(ChoiceRefusal.UnknownLetter);
        }

        if (places.Distinct().Count() != places.Count)
        {
            return new ChoiceOutcome.Refused(ChoiceRefusal.RepeatedLetter);
        }

        return kind is not QuestionKind.Multiple && places.Count > 1
            ? new ChoiceOutcome.Refused(ChoiceRefusal.TooManyLetters)
            : new ChoiceOutcome.Parsed(new Choice([.. places.Select(place => optionOrder[place]).Order()], optionOrder));
    }

    /// <summary>The choice that has these original option indices; for showing a key in the order of a paper.</summary>
    /// <exception cref="ArgumentException">An index is not in the option order.</exception>
    public static Choice Of(IEnumerable<int> options, IReadOnlyList<int> optionOrder)
    {
        List<int> chosen = [.. options.Distinct().Order()];
        return chosen.TrueForAll(optionOrder.Contains)
            ? new Choice(chosen, optionOrder)
            : throw new ArgumentException("An option is not part of the item.", nameof(options));
    }

    /// <summary>Letters as displayed, ascending: <c>AC</c>; empty when unanswered.</summary>
    public override string ToString() =>
        string.Concat(optionOrder.Index().Where(place => Options.Contains(place.Item)).Select(place => (char)('A' + place.Index)));
}
