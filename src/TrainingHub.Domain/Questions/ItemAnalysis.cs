namespace TrainingHub.Questions;

/// <summary>
/// 题目分析. Discrimination is the point-biserial correlation of the item with the rest of the paper: unlike the difference of the upper and lower
/// 27 % it needs sums alone, so that every attempt is counted once and never read again, and the item itself does not count on both sides.
/// </summary>
public static class ItemAnalysis
{
    /// <summary>With fewer papers nothing is said but the counts.</summary>
    public const int Fewest = 30;

    /// <summary>With fewer answers an option that nobody chose says nothing.</summary>
    public const int FewestForOptions = 50;

    public static ItemReport Of(ItemTally tally, QuestionVersion question)
    {
        var isTooFew = tally.Times < Fewest;
        var discrimination = isTooFew ? null : Correlation(tally);
        return new ItemReport(
            tally.Times is 0 ? 0 : (int)(tally.ItemSum / tally.Times),
            discrimination,
            AnswerTimes.MedianOf(tally.Durations),
            isTooFew ? BankAttention.None : AttentionOf(tally, question, discrimination),
            isTooFew);
    }

    private static BankAttention AttentionOf(ItemTally tally, QuestionVersion question, int? discrimination) =>
        (discrimination < 0 ? BankAttention.NegativeDiscrimination : BankAttention.None)
        | (IsKeyDoubtful(tally, question) ? BankAttention.KeyDoubtful : BankAttention.None)
        | (HasUnchosen(tally, question) ? BankAttention.OptionNeverChosen : BankAttention.None);

    private static int? Correlation(ItemTally tally)
    {
        double n = tally.Times;
        var item = (n * tally.ItemSquares) - ((double)tally.ItemSum * tally.ItemSum);
        var rest = (n * tally.RestSquares) - ((double)tally.RestSum * tally.RestSum);
        return item <= 0 || rest <= 0
            ? null
            : (int)Math.Round(1000 * ((n * tally.Products) - ((double)tally.ItemSum * tally.RestSum)) / Math.Sqrt(item) / Math.Sqrt(rest), MidpointRounding.AwayFromZero);
    }

    /// <summary>
    /// With one right option: a wrong one is picked at least as often, by people who do better in the rest of the paper. With several: a wrong one
    /// is picked by more than half and they do better than the average, or a right one by fewer than half and they do worse.
    /// </summary>
    private static bool IsKeyDoubtful(ItemTally tally, QuestionVersion question)
    {
        var correct = question.Key.CorrectOptions;
        return question.Prompt.Kind switch
        {
            QuestionKind.Single or QuestionKind.TrueFalse when correct is [var right] && At(tally, right) is var key => Wrong(question)
                .Select(option => At(tally, option))
                .Any(option => option.Times > 0 && option.Times >= key.Times && (key.RestMean is not { } mean || option.RestMean > mean)),
            QuestionKind.Multiple => Wrong(question).Select(option => At(tally, option)).Any(option => option.Times * 2 > tally.Answered && option.RestMean > Average(tally))
                || correct.Select(option => At(tally, option)).Any(option => option.Times * 2 < tally.Answered && option.RestMean < Average(tally)),
            _ => false,
        };
    }

    private static bool HasUnchosen(ItemTally tally, QuestionVersion question) =>
        question.Prompt.Kind is QuestionKind.Single or QuestionKind.Multiple
        && tally.Answered >= FewestForOptions
        && Wrong(question).Any(option => At(tally, option).Times is 0);

    private static IEnumerable<int> Wrong(QuestionVersion question) => Enumerable.Range(0, question.Prompt.OptionCount).Except(question.Key.CorrectOptions);

    private static OptionTally At(ItemTally tally, int option) => option < tally.Options.Count ? tally.Options[option] : OptionTally.None;

    private static int Average(ItemTally tally) => (int)(tally.RestSum / Math.Max(1, tally.Times));
}
