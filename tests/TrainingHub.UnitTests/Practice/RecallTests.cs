using TrainingHub.Practice;

namespace TrainingHub.UnitTests.Practice;

public sealed class RecallTests
{
    private static readonly DateOnly Monday = new(2026, 10, 12);

    [Fact]
    public void Intervals_grow_with_right_answers_on_the_due_day()
    {
        var card = RecallCard.Of([Right(0)])!;
        var intervals = new List<int> { card.IntervalDays };
        for (var turn = 0; turn < 7; turn++)
        {
            card = card.After(new RecallAnswer(card.DueOn, IsRight: true));
            intervals.Add(card.IntervalDays);
        }

        Assert.Equal([2, 6, 15, 38, 95, 180, 180, 180], intervals);
    }

    [Fact]
    public void A_wrong_answer_brings_it_back_on_the_next_day_and_slows_its_growth()
    {
        var card = RecallCard.Of([Right(0), Right(2), Wrong(8)])!;

        Assert.Equal((1, 230, Monday.AddDays(9)), (card.IntervalDays, card.EasePercent, card.DueOn));
        Assert.Equal(130, RecallCard.Of(Enumerable.Range(0, 20).Select(Wrong))!.EasePercent);
    }

    [Fact]
    public void A_right_answer_before_the_due_day_changes_nothing() =>
        Assert.Equal(RecallCard.Of([Right(0)]), RecallCard.Of([Right(0), Right(0), Right(1)]));

    [Fact]
    public void Without_answers_there_is_no_card() => Assert.Null(RecallCard.Of([]));

    [Fact]
    public void A_mistake_is_mastered_by_right_answers_on_two_days()
    {
        Assert.Null(Mistake.Of([Right(0)]));
        Assert.Equal(new Mistake(1, Monday, 0), Mistake.Of([Right(0), Wrong(0)]));
        Assert.False(Mistake.Of([Wrong(0), Right(1), Right(1)])!.IsMastered);
        Assert.True(Mistake.Of([Wrong(0), Right(1), Right(3)])!.IsMastered);
        Assert.Equal(new Mistake(2, Monday.AddDays(4), 0), Mistake.Of([Wrong(0), Right(1), Right(3), Wrong(4)]));
    }

    [Fact]
    public void A_mistake_on_a_paper_is_mastered_by_other_questions_on_its_clause_from_the_next_day_on()
    {
        Assert.Equal(0, Mistake.Of([Wrong(2)], [Right(0), Right(2), Wrong(3)])!.RightDays);
        Assert.Equal(1, Mistake.Of([Wrong(2)], [Right(3), Right(3)])!.RightDays);
        Assert.True(Mistake.Of([Wrong(2)], [Right(5), Right(3)])!.IsMastered);
        Assert.Null(Mistake.Of([], [Wrong(1)]));
    }

    [Fact]
    public void Mastery_fades_with_time_and_is_refreshed_by_a_right_answer()
    {
        RecallAnswer[] once = [Right(0)];

        Assert.Null(Mastery.OfQuestion([], Monday));
        Assert.Equal([100, 50, 25], new[] { 0, 7, 14 }.Select(day => Mastery.OfQuestion(once, Monday.AddDays(day))!.Value));
        Assert.Equal(100, Mastery.OfQuestion([.. once, Right(14)], Monday.AddDays(14)));
        // Six days' interval: the half-life is twelve days now.
        Assert.Equal(50, Mastery.OfQuestion([.. once, Right(14)], Monday.AddDays(26)));
        Assert.Equal(0, Mastery.OfQuestion([.. once, Wrong(1)], Monday.AddDays(1)));
    }

    [Fact]
    public void Mastery_of_a_clause_is_the_mean_rounded_down()
    {
        Assert.Null(Mastery.OfClause([]));
        Assert.Equal(66, Mastery.OfClause([100, 100, 0]));
    }

    [Fact]
    public void Ten_a_day_the_longest_due_first_and_the_rest_tomorrow()
    {
        var cards = Enumerable.Range(0, 12).Select(number => (number, RecallCard.Of([Wrong(-number)])!)).ToList();

        var morning = DailyRule.Today(cards, done: 0, Monday.AddDays(1));
        var evening = DailyRule.Today(cards.Take(2), done: 10, Monday.AddDays(1));
        var later = DailyRule.Today([(1, RecallCard.Of([Right(0)])!)], done: 3, Monday);

        Assert.Equal(Enumerable.Range(2, 10).Reverse(), morning.Questions);
        Assert.Null(morning.NextOn);
        Assert.Equal((0, Monday.AddDays(2)), (evening.Questions.Count, evening.NextOn));
        Assert.Equal((0, Monday.AddDays(2)), (later.Questions.Count, later.NextOn));
        Assert.Null(DailyRule.Today<int>([], done: 0, Monday).NextOn);
    }

    private static RecallAnswer Right(int day) => new(Monday.AddDays(day), IsRight: true);

    private static RecallAnswer Wrong(int day) => new(Monday.AddDays(day), IsRight: false);
}
