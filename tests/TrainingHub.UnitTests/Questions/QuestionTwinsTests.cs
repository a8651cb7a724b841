using TrainingHub.Questions;

namespace TrainingHub.UnitTests.Questions;

public sealed class QuestionTwinsTests
{
    private static readonly string[] Hours = ["1小时", "2小时", "12小时", "24小时"];

    [Theory]
    // The same but for marks, blanks and words of one meaning
    [InlineData("按照消防法第十六条，单位应当多久检测一次消防设施？", "依据消防法第十六条 单位应该多久检测一次消防设施", TwinKind.SameStem)]
    // One character, one word, one clause moved
    [InlineData("按消防法第十六条，单位应当多久检测一次消防设施？", "按消防法第十六条，单位应当多久检查一次消防设施？", TwinKind.SameQuestion)]
    [InlineData("单位负责人接到事故报告后，应当在多长时间内向县级以上部门报告？", "单位负责人接到事故报告后，应当在多长期限内向县级以上部门报告？", TwinKind.SameQuestion)]
    [InlineData("按条例第九条，单位负责人接到事故报告后，应当在多长时间内上报？", "单位负责人接到事故报告后，按条例第九条，应当在多长时间内上报？", TwinKind.SameQuestion)]
    // Another question
    [InlineData("按消防法第十六条，单位应当多久检测一次消防设施？", "按校车条例第二十条，校车多长时间进行一次安全技术检验？", null)]
    public void Near_stems_with_the_same_answer_are_one_question(string one, string other, TwinKind? kind) =>
        Assert.Equal(kind, Between(Single(one, Hours, 0), Single(other, Hours, 0)));

    [Theory]
    // A number or a negation says why the answer differs; otherwise somebody should look.
    [InlineData("事故造成4人死亡、12人重伤，按条例第三条属于哪一级？", "事故造成31人死亡、12人重伤，按条例第三条属于哪一级？", null)]
    [InlineData("下列哪一项属于主要负责人的七项职责之内？", "下列哪一项不属于主要负责人的七项职责之内？", null)]
    [InlineData("寄宿制小学每年至少开展几次夜间消防应急演练？", "寄宿制中学每年至少开展几次夜间消防应急演练？", TwinKind.OtherKey)]
    public void Near_stems_with_another_answer_are_two_questions(string one, string other, TwinKind? kind) =>
        Assert.Equal(kind, Between(Single(one, Hours, 0), Single(other, Hours, 1)));

    [Fact]
    public void Near_stems_with_other_options_are_two_questions() =>
        Assert.Null(Between(
            Single("下列哪些做法是消防法第二十八条禁止的？", ["遮挡消火栓", "检查压力", "清扫楼道", "张贴标识"], 0),
            Single("下列哪些行为是消防法第二十八条禁止的？", ["占用消防车通道", "划出标线", "擦拭门窗", "登记台账"], 0)));

    [Fact]
    public void Right_answers_in_slightly_other_words_are_the_same_answer_unless_their_numbers_differ()
    {
        const string One = "情景：某校午餐后多名学生呕吐，学校此时应当怎样做？", Other = "情景：某校晚餐后多名学生呕吐，学校此时应当怎样做？";

        Assert.Equal(TwinKind.SameQuestion, Between(Single(One, ["立即救护，同时停餐、报告", "甲"], 0), Single(Other, ["立即救护，同时停餐并报告", "乙"], 0)));
        Assert.Null(Between(Single(One, ["在3个工作日以内答复", "甲"], 0), Single(Other, ["在5个工作日以内答复", "乙"], 0)));
    }

    [Theory]
    [InlineData("学校每年至少检测一次消防设施。", "学校每年最少检测一次消防设施。", true, TwinKind.SameQuestion)]
    [InlineData("学校每年至少检测一次消防设施。", "学校每年至少检测两次消防设施。", false, null)]
    [InlineData("教师可以锁闭上课时的疏散门。", "教师不可以锁闭上课时的疏散门。", false, null)]
    [InlineData("学校每年至少检测一次消防设施。", "医院每年至少检测一次消防设施。", false, TwinKind.OtherKey)]
    public void True_false_questions_are_compared_by_their_answer(string one, string other, bool isTrue, TwinKind? kind) =>
        Assert.Equal(kind, Between(TrueFalse(one, true), TrueFalse(other, isTrue)));

    [Fact]
    public void A_true_false_question_is_not_the_question_that_asks_for_the_number() =>
        Assert.Null(Between(TrueFalse("按条例第十一条，每级上报的时间不得超过2小时。", true), Single("按条例第十一条，每级上报的时间不得超过几小时？", Hours, 1)));

    [Fact]
    public void Every_twin_is_found_among_a_thousand()
    {
        var questions = Enumerable.Range(0, 1000).Select(number => Single(Stem(number % 990), Hours, number % 4)).ToList();

        var twins = QuestionTwins.Find(questions).Where(twin => twin.Kind is TwinKind.SameStem).Select(twin => (twin.Earlier, twin.Later));

        Assert.Equal(Enumerable.Range(0, 10).Select(number => (number, number + 990)), twins);
    }

    // Each its own words, with the frame that questions on one clause share.
    private static string Stem(int number) =>
        $"按照条例第十六条，{string.Concat(Enumerable.Range(1, 14).Select(place => (char)('一' + (number * place * 131 % 9000))))}，下列哪些说法正确？";

    private static TwinKind? Between(QuestionVersion one, QuestionVersion other) =>
        QuestionTwins.Find([one, other]) is [var twin] ? twin.Kind : null;

    private static QuestionVersion Single(string stem, string[] options, int right) => Of(stem, QuestionKind.Single, options, right);

    private static QuestionVersion TrueFalse(string stem, bool isTrue) => Of(stem, QuestionKind.TrueFalse, [], isTrue ? 0 : 1);

    private static QuestionVersion Of(string stem, QuestionKind kind, string[] options, int right) =>
        new(new QuestionPrompt("q", kind, stem, options), new QuestionKey([right], "因为如此。", new Basis.OfStatement("law", "2021", "如此")), QuestionUse.Both, difficulty: 1);
}
