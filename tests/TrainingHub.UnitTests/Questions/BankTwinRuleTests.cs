using TrainingHub.Questions;

namespace TrainingHub.UnitTests.Questions;

public sealed class BankTwinRuleTests
{
    private static readonly Basis Source = new Basis.OfDocument("文件", null, "说法");

    [Fact]
    public void The_same_question_in_slightly_other_words_is_one() =>
        Assert.True(BankTwinRule.AreOne(Single("学校应当多长时间检查一次灭火器的压力表", ["每月", "每年"]), Single("学校应该多长时间检查一次灭火器压力表", ["每月", "每年"])));

    [Fact]
    public void A_stem_that_says_nothing_with_other_options_is_another_question() =>
        Assert.False(BankTwinRule.AreOne(Single("下列说法正确的是", ["灭火器放在门后", "疏散门朝外开"]), Single("下列说法正确的是", ["食堂留样48小时", "燃气瓶放在室内"])));

    [Theory]
    [InlineData("宿舍楼每层应当设2个安全出口", "宿舍楼每层应当设3个安全出口")]
    [InlineData("宿舍楼的安全出口可以上锁", "宿舍楼的安全出口不可以上锁")]
    public void Another_number_or_a_negation_is_another_question(string one, string other) =>
        Assert.False(BankTwinRule.AreOne(TrueFalse(one, true), TrueFalse(other, true)));

    [Fact]
    public void The_same_stem_with_another_answer_is_another_question() =>
        Assert.False(BankTwinRule.AreOne(TrueFalse("宿舍楼的安全出口可以上锁", true), TrueFalse("宿舍楼的安全出口可以上锁", false)));

    private static QuestionVersion Single(string stem, string[] options) => new(new("Q-1", QuestionKind.Single, stem, options), new([0], "", Source), QuestionUse.Both, 1);

    private static QuestionVersion TrueFalse(string stem, bool isTrue) => new(new("Q-1", QuestionKind.TrueFalse, stem, []), new([isTrue ? 0 : 1], "", Source), QuestionUse.Both, 1);
}
