using TrainingHub.Questions;

namespace TrainingHub.UnitTests.Questions;

public sealed class OptionOrderTests
{
    [Theory]
    [InlineData("以上都对", 3)]
    [InlineData("以上都不对", 3)]
    [InlineData("以上三项均是", 3)]
    [InlineData("上述均不正确", 3)]
    [InlineData("前三项都是", 3)]
    [InlineData("都不对", 3)]
    [InlineData("All of the above", 3)]
    [InlineData("均可", 3)]
    [InlineData("都需要", 3)]
    [InlineData("全部", 3)]
    [InlineData("只有A正确", 0)]
    [InlineData("(A)和(B)", 0)]
    [InlineData("都可以上报", 4)]
    [InlineData("以上级部门的通知为准", 4)]
    [InlineData("ABC干粉灭火器", 4)]
    [InlineData("A类火灾", 4)]
    [InlineData("都要立即上报", 4)]
    [InlineData("A和B都对", 0)]
    [InlineData("Ａ、Ｃ", 0)]
    [InlineData("A项与C项", 0)]
    [InlineData("ABC都正确", 0)]
    public void What_sums_up_stays_last_and_what_names_letters_keeps_the_whole_question(string last, int shuffled) =>
        Assert.Equal(shuffled, Of(["甲", "乙", "丙", last], "因为条款这样规定。").ShuffledOptions);

    [Theory]
    [InlineData("故选D。", 0)]
    [InlineData("本题应选 B。", 0)]
    [InlineData("正确答案：ＡＣ", 0)]
    [InlineData("A、B、C三项都写在条款里。", 0)]
    [InlineData("B项错误，其余正确。", 0)]
    [InlineData("C不符合条款。", 0)]
    [InlineData("选项A没有依据。", 0)]
    [InlineData("The answer is B.", 0)]
    [InlineData("答案：（B）", 0)]
    [InlineData("本题选(C)。", 0)]
    [InlineData("A. 错误，B. 正确。", 0)]
    [InlineData("A的说法不符合条款。", 0)]
    [InlineData("扑救A类火灾要选A类灭火器。", 4)]
    [InlineData("A、B类火灾都用干粉。", 4)]
    [InlineData("See GB 50016 and answer a question of your own.", 4)]
    [InlineData("写在第八条第二项。", 4)]
    public void A_question_whose_explanation_names_letters_is_not_shuffled(string explanation, int shuffled) =>
        Assert.Equal(shuffled, Of(["甲", "乙", "丙", "丁"], explanation).ShuffledOptions);

    [Fact]
    public void What_sums_up_in_the_middle_keeps_the_whole_question()
    {
        Assert.Equal(0, Of(["甲", "乙", "以上都对", "丁"], "如此。").ShuffledOptions);
        Assert.Equal(2, Of(["甲", "乙", "以上都对", "以上都不对"], "如此。").ShuffledOptions);
    }

    [Fact]
    public void Other_kinds_are_shuffled_as_ever()
    {
        var steps = new QuestionVersion(new QuestionPrompt("o", QuestionKind.Ordering, "顺序？", ["报警", "疏散", "以上都做"]), Key("顺序为A、B。"), QuestionUse.Both, 1);

        Assert.Equal(3, steps.ShuffledOptions);
        Assert.Equal(0, SomeQuestions.TrueFalse(id: "t").ShuffledOptions);
    }

    [Fact]
    public void Every_paper_shows_it_so()
    {
        var question = Of(["甲", "乙", "丙", "以上都对"], "如此。");
        var named = Of(["甲", "乙", "丙", "丁"], "故选D。");
        var blueprint = new Blueprint([new BlueprintSection(QuestionKind.Single, 2, 1)]);

        var orders = Enumerable.Range(0, 200).SelectMany(seed => Assert.IsType<PaperOutcome.Drawn>(blueprint.Draw([question, named], seed)).Paper.Items).ToLookup(item => item.QuestionHash, item => item.OptionOrderText);

        Assert.All(orders[question.Hash], order => Assert.EndsWith(",3", order, StringComparison.Ordinal));
        Assert.Equal(6, orders[question.Hash].Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(["0,1,2,3"], orders[named.Hash].Distinct(StringComparer.Ordinal));
    }

    private static QuestionKey Key(string explanation) => new([0], explanation, new Basis.OfStatement("fire-law", "2021", "疏散通道要保持畅通"));

    private static QuestionVersion Of(string[] options, string explanation) => new(new QuestionPrompt($"q {string.Concat(options)}{explanation}", QuestionKind.Single, "哪一项？", options), Key(explanation), QuestionUse.Both, 1);
}
