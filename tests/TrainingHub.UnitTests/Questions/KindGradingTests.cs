using TrainingHub.Questions;

namespace TrainingHub.UnitTests.Questions;

public sealed class KindGradingTests
{
    private static readonly Basis Law = new Basis.OfStatement("fire-law", "2021", "疏散通道要保持畅通");

    [Theory]
    [InlineData("ABCD", 8)]
    [InlineData("BCDA", 4)]
    [InlineData("ABDC", 4)]
    [InlineData("DCBA", 0)]
    [InlineData("A", 2)]
    public void Steps_count_when_they_follow_the_right_one(string text, int points) =>
        Assert.Equal(points, Points(Steps(4), text, 8, ScoreRule.Partial));

    [Theory]
    [InlineData("AB", 6)]
    [InlineData("AA", 3)]
    [InlineData("BA", 0)]
    [InlineData("-B", 3)]
    public void Each_pair_has_its_share(string text, int points) => Assert.Equal(points, Points(Pairs(), text, 6, ScoreRule.Partial));

    [Theory]
    [InlineData("两\n2", ScoreRule.AllOrNothing, 5)]
    [InlineData("两", ScoreRule.AllOrNothing, 0)]
    [InlineData("两", ScoreRule.Partial, 2)]
    [InlineData("\n两", ScoreRule.Partial, 2)]
    [InlineData("三\n三", ScoreRule.Partial, 0)]
    public void Half_the_blanks_give_half_the_points_rounded_down(string text, ScoreRule rule, int points) =>
        Assert.Equal(points, Points(Blanks(), text, 5, rule));

    [Theory]
    [InlineData("@150,150@650,150", 4)]
    [InlineData("@150,150", 2)]
    [InlineData("@150,150@160,160", 2)]
    [InlineData("@150,150@650,150@500,900", 2)]
    [InlineData("@150,150@500,900", 0)]
    [InlineData("@150,150@650,150@25,850", 0)]
    [InlineData("AB", 4)]
    [InlineData("ABC", 0)]
    public void A_spot_that_hits_nothing_takes_one_away(string text, int points) => Assert.Equal(points, Points(Picture(), text, 4, ScoreRule.Partial));

    [Fact]
    public void Places_count_the_same_marked_on_the_picture_and_picked_in_the_list()
    {
        // Five places in a row; each choice of them, for every number of right ones.
        List<Zone> zones = [.. Enumerable.Range(0, 5).Select(place => Zone.Rectangle(new Spot(place * 200, 100), new Spot((place * 200) + 100, 200)))];
        foreach (var (right, picked) in Enumerable.Range(1, 5).SelectMany(right => Enumerable.Range(1, 31).Select(picked => (right, picked))))
        {
            var question = Of(
                new QuestionPrompt("h", QuestionKind.Hotspot, "标注", ["甲", "乙", "丙", "丁", "戊"]) { Picture = new QuestionPicture(new string('a', 64), "image/png", 10, 10, "走廊") },
                new QuestionKey([.. Enumerable.Range(0, right)], "如此。", Law) { Zones = zones });
            List<int> places = [.. Enumerable.Range(0, 5).Where(place => (picked & (1 << place)) is not 0)];

            var listed = Points(question, string.Concat(places.Select(place => (char)('A' + place))), 60, ScoreRule.Partial);

            Assert.Equal(listed, Points(question, string.Concat(places.Select(place => $"@{(place * 200) + 50},150")), 60, ScoreRule.Partial));
            Assert.Equal(listed, Points(question, string.Concat(places.Select(place => $"@{(place * 200) + 50},150@{(place * 200) + 60},160")), 60, ScoreRule.Partial));
        }
    }

    [Theory]
    [InlineData("Major;A;95", 4)]
    [InlineData("Major;B;50", 2)]
    [InlineData("Major;;", 2)]
    [InlineData("General;A;75", 0)]
    [InlineData(";A;75", 0)]
    public void A_clause_counts_only_with_its_level(string text, int points) => Assert.Equal(points, Points(Hazard(HazardLevel.Major, 0), text, 4, ScoreRule.Partial));

    [Theory]
    [InlineData("None;;75", 4)]
    [InlineData("None;A;75", 0)]
    public void Where_nothing_is_a_hazard_no_clause_is_right(string text, int points) => Assert.Equal(points, Points(Hazard(HazardLevel.None), text, 4, ScoreRule.Partial));

    [Fact]
    public void A_written_answer_waits_for_a_person() => Assert.Equal(0, Points(Essay(), "写了", 10, ScoreRule.Partial));

    private static int Points(QuestionVersion question, string text, int points, ScoreRule rule)
    {
        var item = new PaperItem(1, question.Hash, [.. Enumerable.Range(0, question.Prompt.OptionCount)], points) { Rule = rule };
        return Grading.Points(question, item, Assert.IsType<ResponseOutcome.Parsed>(ResponseText.Parse(text, question.Prompt, item.OptionOrder)).Response);
    }

    private static QuestionVersion Of(QuestionPrompt prompt, QuestionKey key)
    {
        Assert.Empty(QuestionRule.Check(prompt, key));
        return new QuestionVersion(prompt, key, QuestionUse.Both, 1);
    }

    private static QuestionVersion Steps(int count) =>
        Of(new QuestionPrompt("o", QuestionKind.Ordering, "排序", [.. Enumerable.Range(1, count).Select(step => $"步骤{step}")]), new QuestionKey([], "如此。", Law));

    private static QuestionVersion Pairs() =>
        Of(new QuestionPrompt("p", QuestionKind.Matching, "匹配", ["甲", "乙"]) { Targets = ["一", "二"] }, new QuestionKey([], "如此。", Law) { Pairs = [0, 1] });

    private static QuestionVersion Blanks() =>
        Of(new QuestionPrompt("f", QuestionKind.FillIn, "____和___", []), new QuestionKey([], "如此。", Law) { Blanks = [new BlankKey { Accepted = ["两"] }, new BlankKey { Accepted = ["两"], Value = 2 }] });

    private static QuestionVersion Picture() => Of(
        new QuestionPrompt("h", QuestionKind.Hotspot, "标注", ["甲", "乙", "丙"]) { Picture = new QuestionPicture(new string('a', 64), "image/png", 10, 10, "走廊") },
        new QuestionKey([0, 1], "如此。", Law)
        {
            Zones = [Zone.Rectangle(new Spot(100, 100), new Spot(300, 300)), Zone.Rectangle(new Spot(600, 100), new Spot(700, 200)), Zone.Rectangle(new Spot(0, 800), new Spot(50, 900))],
        });

    private static QuestionVersion Hazard(HazardLevel level, params int[] clauses) =>
        Of(new QuestionPrompt("j", QuestionKind.Judgement, "判定", ["甲", "乙"]), new QuestionKey(clauses, "如此。", Law) { Level = level });

    private static QuestionVersion Essay() =>
        Of(new QuestionPrompt("w", QuestionKind.Written, "简答", []) { MostCharacters = 100 }, new QuestionKey([], "如此。", Law) { Rubric = [new RubricLine("要点", 1)] });
}
