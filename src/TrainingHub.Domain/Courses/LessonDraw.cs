using TrainingHub.Questions;

namespace TrainingHub.Courses;

/// <summary>Which question of a lesson's pool is asked next, and in which order its options stand.</summary>
public static class LessonDraw
{
    /// <summary>
    /// A question of those that are left: not the one asked last unless it is the only one, and of the others one that was asked least
    /// often. So a question answered wrongly comes back after the others. Null when none is left.
    /// </summary>
    /// <param name="left">Questions that may be asked and were not answered rightly yet.</param>
    /// <param name="asked">Hashes of what was asked before and the option order it had (<see cref="PaperItem.OptionOrderText"/>), the oldest first.</param>
    /// <param name="seed">Chance; the same seed draws the same.</param>
    public static DrawnQuestion? Next(IReadOnlyCollection<QuestionVersion> left, IReadOnlyList<(string Hash, string OptionOrder)> asked, long seed)
    {
        var random = new Shuffler(unchecked((ulong)seed));
        var last = asked.Count > 0 && left.Count > 1 ? asked[^1].Hash : null;
        var drawn = random.Shuffle(left.OrderBy(question => question.Hash, StringComparer.Ordinal))
            .Where(question => !string.Equals(question.Hash, last, StringComparison.Ordinal))
            .MinBy(question => asked.Count(entry => string.Equals(entry.Hash, question.Hash, StringComparison.Ordinal)));
        return drawn is null ? null : new DrawnQuestion(drawn, OrderOf(drawn, asked, random));
    }

    private static List<int> OrderOf(QuestionVersion question, IReadOnlyList<(string Hash, string OptionOrder)> asked, Shuffler random)
    {
        List<int> order = [.. Enumerable.Range(0, question.Prompt.OptionCount)];
        if (question.ShuffledOptions < 2)
        {
            return order;
        }

        var before = asked.LastOrDefault(entry => string.Equals(entry.Hash, question.Hash, StringComparison.Ordinal)).OptionOrder;
        do
        {
            order = OptionOrder.Of(random.Shuffle(order), question.ShuffledOptions);
        }
        while (string.Equals(string.Join(',', order), before, StringComparison.Ordinal));
        return order;
    }
}
