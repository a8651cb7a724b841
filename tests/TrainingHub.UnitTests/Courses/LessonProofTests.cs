using TrainingHub.Courses;
using TrainingHub.Questions;

namespace TrainingHub.UnitTests.Courses;

public sealed class LessonProofTests
{
    private static readonly DateTime Nine = new(2026, 10, 15, 1, 0, 0, DateTimeKind.Utc);

    [Theory]
    [InlineData(8, 0, 5)]
    [InlineData(8, 1, 6)]
    [InlineData(8, 3, 8)]
    [InlineData(8, 9, 8)]
    [InlineData(12, 3, 8)]
    [InlineData(3, 0, 3)]
    [InlineData(0, 0, 0)]
    public void Asks_for_five_and_one_more_after_each_mistake_up_to_the_pool(int pool, int wrong, int asked) => Assert.Equal(asked, LessonProof.Asked(pool, wrong, isHasty: false));

    [Theory]
    [InlineData(8)]
    [InlineData(12)]
    public void Asks_the_whole_pool_of_who_answers_in_haste(int pool) => Assert.Equal(pool, LessonProof.Asked(pool, wrong: 0, isHasty: true));

    [Theory]
    [InlineData("", false)]
    [InlineData("ww", false)]
    [InlineData("www", true)]
    [InlineData("wwr", false)]
    [InlineData("wrwrw", false)]
    [InlineData("wwrwwrw", true)]
    [InlineData("rrrwrrw", false)]
    public void Rests_after_three_wrong_in_a_row_or_five_in_all(string answers, bool isDue) =>
        Assert.Equal(isDue, LessonProof.IsRestDue([.. answers.Select(answer => answer is 'r')]));

    [Fact]
    public void Rests_ten_twenty_and_forty_minutes_and_a_day_later_ten_again()
    {
        Assert.Equal(TimeSpan.FromMinutes(10), LessonProof.RestAfter([], Nine));
        Assert.Equal(TimeSpan.FromMinutes(20), LessonProof.RestAfter([Nine.AddHours(-1)], Nine));
        Assert.Equal(TimeSpan.FromMinutes(40), LessonProof.RestAfter([Nine.AddHours(-2), Nine.AddHours(-1)], Nine));
        Assert.Equal(TimeSpan.FromMinutes(40), LessonProof.RestAfter([Nine.AddHours(-3), Nine.AddHours(-2), Nine.AddHours(-1)], Nine));
        Assert.Equal(TimeSpan.FromMinutes(10), LessonProof.RestAfter([Nine.AddDays(-1)], Nine));
    }

    [Theory]
    [InlineData("wr", 2, null)]
    [InlineData("ww", 2, LessonHoldReason.ManyWrong)]
    [InlineData("wrwrrr", 8, null)]
    [InlineData("wrwrwrrrrrr", 8, null)]
    [InlineData("wrwrwrrw", 8, LessonHoldReason.ManyWrong)]
    public void Holds_half_an_hour_from_the_first_question_once_four_are_wrong_or_as_many_as_there_are(string answers, int pool, LessonHoldReason? reason)
    {
        var hold = LessonProof.HoldOf(Nine, pool, [.. answers.Select(answer => new ProofAnswer(answer is 'r', TimeSpan.FromSeconds(20), TimeSpan.FromSeconds(5)))]);

        Assert.Equal(reason, hold?.Reason);
        Assert.Equal(reason is null ? null : Nine.AddMinutes(30), hold?.Until);
    }

    [Theory]
    [InlineData(5, 5, 7, null)]
    [InlineData(1, 9, 7, null)]
    [InlineData(1, 8, 7, LessonHoldReason.FasterThanReading)]
    [InlineData(0, 0, 2, LessonHoldReason.FasterThanReading)]
    [InlineData(0, 0, 8, null)]
    public void Holds_haste_alone_only_where_luck_may_know_the_whole_pool(int first, int second, int pool, LessonHoldReason? reason) =>
        Assert.Equal(reason, LessonProof.HoldOf(Nine, pool,
            [.. new[] { first, second }.Select(seconds => new ProofAnswer(true, TimeSpan.FromSeconds(seconds), TimeSpan.FromSeconds(5)))])?.Reason);

    [Theory]
    [InlineData("wrrrr", null)]
    [InlineData("wrwr", LessonHoldReason.ManyWrong)]
    public void Holds_haste_after_the_second_wrong_answer(string answers, LessonHoldReason? reason) =>
        Assert.Equal(reason, LessonProof.HoldOf(Nine, 8, [.. answers.Select(answer => new ProofAnswer(answer is 'r', TimeSpan.Zero, TimeSpan.FromSeconds(5)))])?.Reason);

    [Theory]
    [InlineData(20, 2.0)]
    [InlineData(60, 2.0)]
    [InlineData(150, 5.0)]
    public void Reading_takes_a_second_for_thirty_characters_and_two_at_least(int characters, double seconds) =>
        Assert.Equal(TimeSpan.FromSeconds(seconds), LessonProof.ReadingOf(new QuestionPrompt("q", QuestionKind.Single, new string('题', characters - 4), ["是", "否", "有", "无"])));
}
