using TrainingHub.Contests;

namespace TrainingHub.UnitTests.Contests;

public sealed class ContestRulesTests
{
    private static readonly ContestRules Fast = new() { Seconds = 20, Points = 101, HasSpeed = true, StreakPoints = 7, WrongPoints = 30 };

    [Theory]
    [InlineData(0, 101)]
    [InlineData(10_000, 76)]
    [InlineData(20_000, 51)]
    [InlineData(99_999, 51)]
    public void Half_of_the_points_shrink_with_the_time(int elapsed, int points) => Assert.Equal(points, Fast.PointsOf(true, elapsed, 20_000, streak: 0));

    [Fact]
    public void Without_speed_the_time_changes_nothing() => Assert.Equal(101, (Fast with { HasSpeed = false }).PointsOf(true, 19_999, 20_000, streak: 0));

    [Theory]
    [InlineData(1, 108)]
    [InlineData(4, 129)]
    [InlineData(40, 129)]
    public void Right_answers_in_a_row_add_a_bonus_for_at_most_four(int streak, int points) => Assert.Equal(points, Fast.PointsOf(true, 0, 20_000, streak));

    [Fact]
    public void A_wrong_answer_costs_points() => Assert.Equal(-30, Fast.PointsOf(false, 0, 20_000, streak: 3));

    [Fact]
    public void Reads_what_it_wrote()
    {
        Assert.Equal(Fast, ContestRules.Parse(Fast.ToString()));
        Assert.Throws<FormatException>(() => ContestRules.Parse("seconds=20"));
    }

    [Theory]
    [InlineData(" 李 老师 ", "李 老师")]
    [InlineData("<b>张三</b>", "b张三b")]
    [InlineData("\u202e三张\u0000", "三张")]
    [InlineData("阿卜杜拉·买买提明江·图尔荪", "阿卜杜拉·买买提明江·图")]
    [InlineData("<>", null)]
    [InlineData(null, null)]
    public void A_guests_name_is_letters_and_digits_of_a_bounded_length(string? typed, string? name) => Assert.Equal(name, ContestNames.Clean(typed));

    [Theory]
    [InlineData(" ａ12 ", "A12")]
    [InlineData("3-14", "3-14")]
    [InlineData("第3排", null)]
    [InlineData("123456789", null)]
    public void A_place_is_short_and_plain(string typed, string? place) => Assert.Equal(place, ContestNames.CleanPlace(typed));
}
