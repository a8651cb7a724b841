using TrainingHub.Questions;

namespace TrainingHub.UnitTests.Questions;

public sealed class AnswerSpreadTests
{
    private static readonly Basis Law = new Basis.OfStatement("fire-law", "2021", "疏散通道要保持畅通");

    [Fact]
    public void Spots_on_the_picture_count_for_the_places_they_lie_in()
    {
        var spread = Of(
            new QuestionPrompt("h", QuestionKind.Hotspot, "标注", ["门", "窗", "灯"]) { Picture = new QuestionPicture(new string('a', 64), "image/png", 10, 10, "走廊") },
            new QuestionKey([0], "如此。", Law) { Zones = [Zone.Rectangle(new Spot(0, 0), new Spot(100, 100)), Zone.Rectangle(new Spot(50, 0), new Spot(300, 100)), Zone.Rectangle(new Spot(800, 0), new Spot(900, 100))] },
            ("@50,50", 3), ("@250,50@260,60@990,990", 2), ("AC", 1), ("", 4));

        // A spot in the door is not held against the window that overlaps it.
        Assert.Equal([4, 2, 1], spread.Options);
        Assert.Equal((10, 3, 4, 2), (spread.Shown, spread.Right, spread.Unanswered, spread.Astray));
    }

    [Fact]
    public void Wrong_texts_are_folded_and_the_most_frequent_come_first()
    {
        var spread = Of(
            new QuestionPrompt("b", QuestionKind.FillIn, "____个出口，宽____米", []),
            new QuestionKey([], "如此。", Law) { Blanks = [new BlankKey { Accepted = ["两"] }, new BlankKey { Value = 1.4m }] },
            [("两\n1.2", 2), ("３ 个\n", 1), ("3个\n1.4", 4), .. Enumerable.Range(100, 20).Select(number => ($"两\n{number}", 1))]);

        Assert.Equal([("3个", 5)], spread.WrongTexts(0));
        Assert.Equal(("1.2", 2), spread.WrongTexts(1).First());
        Assert.Equal(AnswerSpread.MostListed, spread.WrongTexts(1).Count());
    }

    [Fact]
    public void Orders_pairs_levels_and_clauses_are_counted()
    {
        var orders = Of(new QuestionPrompt("o", QuestionKind.Ordering, "顺序？", ["报警", "疏散", "清点"]), new QuestionKey([], "如此。", Law), ("ABC", 3), ("ACB", 5), ("A", 1));
        var pairs = Of(new QuestionPrompt("m", QuestionKind.Matching, "哪一类？", ["电线", "地面"]) { Targets = ["用电", "防滑"] }, new QuestionKey([], "如此。", Law) { Pairs = [0, 1] }, ("AB", 2), ("BB", 3), ("-A", 1));
        var judged = Of(new QuestionPrompt("j", QuestionKind.Judgement, "怎样判定？", ["第六项", "第八项"]), new QuestionKey([0], "如此。", Law) { Level = HazardLevel.Major }, ("Major;A;75", 2), ("General;B;", 1), ("None;;50", 1));

        Assert.Equal([("ACB", 5), ("ABC", 3), ("A", 1)], orders.Orders.Select(order => (order.Order.Letters, order.Times)));
        Assert.Equal([(0, 1, 3), (0, 0, 2), (1, 1, 5), (1, 0, 1)], pairs.Pairs);
        Assert.Equal([2, 1], judged.Options);
        Assert.Equal([2, 1, 1], Enum.GetValues<HazardLevel>().Select(judged.TimesOf));
    }

    private static AnswerSpread Of(QuestionPrompt prompt, QuestionKey key, params IEnumerable<(string Text, int Times)> answers)
    {
        var spread = new AnswerSpread(new QuestionVersion(prompt, key, QuestionUse.Both, 1));
        foreach (var (text, times) in answers)
        {
            spread.Add(Assert.IsType<ResponseOutcome.Parsed>(ResponseText.Parse(text, prompt, [.. Enumerable.Range(0, prompt.OptionCount)])).Response, times);
        }

        return spread;
    }
}
