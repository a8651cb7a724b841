using FsCheck;
using FsCheck.Fluent;
using TrainingHub.Questions;

namespace TrainingHub.UnitTests.Questions;

public sealed class ChoiceTests
{
    private static readonly int[] Order = [2, 0, 3, 1];

    [Fact]
    public void Letters_become_original_indices_and_letters_again()
    {
        var choice = Assert.IsType<ChoiceOutcome.Parsed>(Choice.Parse("CA", QuestionKind.Multiple, Order)).Choice;

        Assert.Equal([2, 3], choice.Options);
        Assert.Equal("AC", choice.ToString());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public void Nothing_is_an_unanswered_item(string? letters)
    {
        var choice = Assert.IsType<ChoiceOutcome.Parsed>(Choice.Parse(letters, QuestionKind.Single, Order)).Choice;

        Assert.True(choice.IsUnanswered);
        Assert.Equal("", choice.ToString());
    }

    [Theory]
    [InlineData("E", QuestionKind.Single, ChoiceRefusal.UnknownLetter)]
    [InlineData("a", QuestionKind.Single, ChoiceRefusal.UnknownLetter)]
    [InlineData("A C", QuestionKind.Multiple, ChoiceRefusal.UnknownLetter)]
    [InlineData("Ａ", QuestionKind.Single, ChoiceRefusal.UnknownLetter)]
    [InlineData("@", QuestionKind.Single, ChoiceRefusal.UnknownLetter)]
    [InlineData("AA", QuestionKind.Multiple, ChoiceRefusal.RepeatedLetter)]
    [InlineData("AB", QuestionKind.Single, ChoiceRefusal.TooManyLetters)]
    [InlineData("AB", QuestionKind.TrueFalse, ChoiceRefusal.TooManyLetters)]
    public void Other_letters_are_refused(string letters, QuestionKind kind, ChoiceRefusal refusal) =>
        Assert.Equal(new ChoiceOutcome.Refused(refusal), Choice.Parse(letters, kind, Order));

    [Fact]
    public void A_key_is_shown_in_the_order_of_the_paper() => Assert.Equal("BD", Choice.Of([1, 0], Order).ToString());

    [Fact]
    public void An_index_outside_the_item_is_a_bug() => Assert.Throws<ArgumentException>(() => Choice.Of([4], Order));

    [Fact]
    public void What_was_formatted_parses_to_the_same_options() =>
        Prop.ForAll(ArbMap.Default.ArbFor<bool[]>(), picks =>
        {
            var order = Enumerable.Range(0, 8).Reverse().ToList();
            var choice = Choice.Of(picks.Take(8).Index().Where(pick => pick.Item).Select(pick => pick.Index), order);

            return Choice.Parse(choice.ToString(), QuestionKind.Multiple, order) is ChoiceOutcome.Parsed parsed
                && parsed.Choice.Options.SequenceEqual(choice.Options);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void An_option_order_is_stored_as_text()
    {
        var item = new PaperItem(1, "hash", Order, 1);

        Assert.Equal("2,0,3,1", item.OptionOrderText);
        Assert.Equal(Order, PaperItem.ParseOptionOrder(item.OptionOrderText));
    }
}
