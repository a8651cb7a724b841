using TrainingHub.Questions;

namespace TrainingHub.UnitTests.Questions;

public sealed class CheckPoolRuleTests
{
    [Theory]
    [InlineData(7, false)]
    [InlineData(8, true)]
    public void A_pool_has_eight_questions_or_more(int count, bool isEnough) => Assert.Equal(isEnough, CheckPoolRule.CheckSize(count) is null);

    [Theory]
    [InlineData(4, true)]
    [InlineData(5, false)]
    public void No_more_than_half_of_a_pool_are_true_false(int trueFalse, bool isRight)
    {
        var pool = Enumerable.Range(0, 8).Select(number => number < trueFalse ? SomeQuestions.TrueFalse(id: $"t{number}") : SomeQuestions.Single($"q{number}")).ToList();

        Assert.Equal(isRight ? [] : [new CheckPoolFault(CheckPoolFaultKind.MostlyTrueFalse, trueFalse, First: null)], CheckPoolRule.CheckMix(pool));
    }

    [Fact]
    public void A_single_choice_question_of_a_pool_has_more_than_two_options()
    {
        var two = WithOptions(QuestionKind.Single, [0], "对的", "错的");

        Assert.Equal([new CheckPoolFault(CheckPoolFaultKind.TwoOptions, 1, two)], CheckPoolRule.CheckMix([two, .. Enumerable.Range(0, 7).Select(number => SomeQuestions.Single($"q{number}"))]));
    }

    [Theory]
    // 4 of 10 are 40 %: right; 5 are not.
    [InlineData(4, 0, true)]
    [InlineData(5, 0, false)]
    [InlineData(2, 2, true)]
    [InlineData(2, 3, false)]
    public void Length_tells_no_more_than_forty_percent(int singles, int multiples, bool isRight)
    {
        List<QuestionVersion> pool =
        [
            .. Enumerable.Range(0, singles).Select(_ => WithOptions(QuestionKind.Single, [2], "短", "短", "长长长", "短")),
            .. Enumerable.Range(0, multiples).Select(_ => WithOptions(QuestionKind.Multiple, [0, 1, 3], "长长", "长长", "短", "长长")),
            .. Enumerable.Range(0, 10 - singles - multiples).Select(number => SomeQuestions.Single($"q{number}")),
        ];

        Assert.Equal(isRight ? [] : [new CheckPoolFault(CheckPoolFaultKind.ToldByLength, singles + multiples, First: null)], CheckPoolRule.CheckMix(pool));
    }

    [Fact]
    public void One_habit_is_counted_the_best_there_is()
    {
        var longest = WithOptions(QuestionKind.Single, [0], "长长", "短", "短");
        var shortest = WithOptions(QuestionKind.Single, [0], "短", "长长", "长长");
        var two = WithOptions(QuestionKind.Multiple, [0, 1], "长长", "长长", "短", "短");
        var three = WithOptions(QuestionKind.Multiple, [0, 1, 2], "长长", "长长", "长长", "短");
        var tied = WithOptions(QuestionKind.Single, [0], "长长", "长长", "短");

        Assert.Equal(1, LengthGuess.MostRight([longest, shortest]));
        Assert.Equal(2, LengthGuess.MostRight([longest, longest, shortest]));
        Assert.Equal(2, LengthGuess.MostRight([two, three, three]));
        Assert.Equal(0, LengthGuess.MostRight([tied, SomeQuestions.TrueFalse()]));
    }

    private static QuestionVersion WithOptions(QuestionKind kind, int[] right, params string[] options) =>
        new(new QuestionPrompt("q", kind, "题干", options), new QuestionKey(right, "因为如此。", new Basis.OfStatement("law", "2021", "如此")), QuestionUse.Practice, difficulty: 1);
}
