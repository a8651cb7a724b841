namespace TrainingHub.Practice;

/// <summary>A question to practise, as it is shown. Nothing in it tells the key.</summary>
/// <param name="One">The question.</param>
/// <param name="OptionOrder">Original option indices in the order shown, another one each time.</param>
/// <param name="Filter">What is practised.</param>
/// <param name="Refused">Letters in the author's order whose sending was refused; null when nothing was.</param>
/// <param name="Left">Of 每日一练, this one included; null elsewhere.</param>
public sealed record AskedPage(PracticeQuestion One, IReadOnlyList<int> OptionOrder, PracticeFilter Filter, string? Refused, int? Left)
{
    /// <summary>Whether nothing was wrong with what was refused, but that it was too much for one day.</summary>
    public bool IsEnough { get; init; }

    public static AskedPage Of(PracticeQuestion one, PracticeFilter filter, string? refused = null, int? left = null)
    {
        int[] order = [.. Enumerable.Range(0, one.Question.Prompt.OptionCount)];
        if (one.Question.Prompt.Kind is not Questions.QuestionKind.TrueFalse)
        {
            Random.Shared.Shuffle(order);
        }

        return new AskedPage(one, order, filter, refused, left);
    }
}
