using TrainingHub.Questions;

namespace TrainingHub.UnitTests.Questions;

public sealed class BankRuleTests
{
    [Theory]
    // Of ten and more: 60 %; of four to nine: 75 %; of fewer nothing is said.
    [InlineData(6, 10, false)]
    [InlineData(7, 10, true)]
    [InlineData(3, 4, false)]
    [InlineData(4, 4, true)]
    [InlineData(3, 3, false)]
    public void Right_options_are_seldom_the_longest(int longest, int of, bool isFault)
    {
        var bank = Enumerable.Range(0, of).Select(number => Of(QuestionKind.Single, [number % 4], number < longest));

        Assert.Equal(isFault, BankRule.Check(bank).Any(fault => fault.Kind is BankFaultKind.RightLongest && (fault.Found, fault.Of) == (longest, of)));
    }

    [Theory]
    [InlineData(6, 10, false)]
    [InlineData(7, 10, true)]
    [InlineData(5, 5, true)]
    public void Right_options_of_multiple_choice_are_seldom_the_longest(int longest, int of, bool isFault)
    {
        var bank = Enumerable.Range(0, of).Select(number => Of(QuestionKind.Multiple, [number % 2, 2 + (number % 2)], number < longest));

        Assert.Equal(isFault, BankRule.Check(bank).Any(fault => fault.Kind is BankFaultKind.MultipleRightLongest));
    }

    [Theory]
    [InlineData(4, 10, false)]
    [InlineData(5, 10, true)]
    [InlineData(3, 4, false)]
    [InlineData(4, 4, true)]
    public void Keys_are_spread(int same, int of, bool isFault)
    {
        var singles = Enumerable.Range(0, of).Select(number => Of(QuestionKind.Single, [number < same ? 0 : 1 + (number % 3)]));
        var multiples = Enumerable.Range(0, of).Select(number => Of(QuestionKind.Multiple, number < same ? [0, 1] : [number % 3, 3]));

        Assert.Equal(isFault, BankRule.Check(singles).Any(fault => fault is { Kind: BankFaultKind.KeySpread, Letters: "A" }));
        Assert.Equal(isFault, BankRule.Check(multiples).Any(fault => fault is { Kind: BankFaultKind.MultipleKeySpread, Letters: "AB" }));
    }

    [Theory]
    [InlineData(20, 17, false)]
    [InlineData(20, 18, true)]
    [InlineData(20, 3, false)]
    [InlineData(20, 2, true)]
    [InlineData(9, 9, false)]
    public void Every_letter_of_multiple_choice_is_sometimes_right_and_sometimes_wrong(int of, int withA, bool isFault)
    {
        int[][] others = [[1, 2], [2, 3], [1, 3]];
        var bank = Enumerable.Range(0, of).Select(number => Of(QuestionKind.Multiple, number < withA ? [0, .. others[number % 3]] : others[number % 3]));

        Assert.Equal(isFault, BankRule.Check(bank).Any(fault => fault is { Kind: BankFaultKind.MultipleLetterSpread, Letters: "A" }));
    }

    [Theory]
    [InlineData(3, 10, false)]
    [InlineData(2, 10, true)]
    [InlineData(7, 10, false)]
    [InlineData(8, 10, true)]
    [InlineData(1, 4, false)]
    [InlineData(0, 4, true)]
    [InlineData(4, 4, true)]
    [InlineData(3, 3, false)]
    public void True_and_false_are_balanced(int right, int of, bool isFault) =>
        Assert.Equal(isFault, BankRule.Check(Enumerable.Range(0, of).Select(number => SomeQuestions.TrueFalse(number < right, $"t{number}"))).Any());

    private static QuestionVersion Of(QuestionKind kind, int[] right, bool isLongest = false) =>
        new(
            new QuestionPrompt("q", kind, "题干", [.. Enumerable.Range(0, 4).Select(option => isLongest && right.Contains(option) ? "长长长" : "短")]),
            new QuestionKey(right, "因为如此。", new Basis.OfStatement("law", "2021", "如此")),
            QuestionUse.Both,
            difficulty: 1);
}
