using TrainingHub.Questions;

namespace TrainingHub.UnitTests.Questions;

public sealed class BlankKeyTests
{
    [Theory]
    [InlineData("安全出口")]
    [InlineData(" 安全 出口\u3000")]
    public void White_space_does_not_count(string text) => Assert.True(new BlankKey { Accepted = ["安全出口"] }.Accepts(text));

    [Theory]
    [InlineData("ＣＯ２")]
    [InlineData("co2")]
    [InlineData("Co ２")]
    public void Width_and_capitals_do_not_count(string text) => Assert.True(new BlankKey { Accepted = ["CO2"] }.Accepts(text));

    [Theory]
    [InlineData("")]
    [InlineData("\u3000")]
    [InlineData("安全")]
    [InlineData("安全出口和楼梯")]
    [InlineData("\ud800")]
    public void Anything_else_is_wrong(string text) => Assert.False(new BlankKey { Accepted = ["安全出口"] }.Accepts(text));

    [Theory]
    [InlineData("1.4", true)]
    [InlineData("１．４", true)]
    [InlineData("1.45米", true)]
    [InlineData("1.35 m", true)]
    [InlineData("+1.4M", true)]
    [InlineData("1.451", false)]
    [InlineData("-1.4", false)]
    [InlineData("1.4厘米", false)]
    [InlineData("米", false)]
    [InlineData("1,4", false)]
    [InlineData("", false)]
    public void A_number_may_be_off_by_the_tolerance_and_carry_its_unit(string text, bool isRight) =>
        Assert.Equal(isRight, new BlankKey { Value = 1.4m, Tolerance = 0.05m, Units = ["米", "m"] }.Accepts(text));

    [Theory]
    [InlineData("30分钟", true)]
    [InlineData("30 min", true)]
    [InlineData("30", false)]
    [InlineData("30分", false)]
    public void A_unit_that_is_needed_must_be_there(string text, bool isRight) =>
        Assert.Equal(isRight, new BlankKey { Value = 30, Units = ["分钟", "min"], NeedsUnit = true }.Accepts(text));

    [Theory]
    [InlineData("1,400", true)]
    [InlineData("1，400", true)]
    [InlineData("1400.0", true)]
    [InlineData("14,00", false)]
    [InlineData("99999999999999999999999999999", false)]
    public void Thousands_may_be_set_apart(string text, bool isRight) => Assert.Equal(isRight, new BlankKey { Value = 1400 }.Accepts(text));

    [Fact]
    public void A_minus_sign_is_one_however_it_is_typed() => Assert.True(new BlankKey { Value = -18, Units = ["℃"] }.Accepts("−18℃"));

    [Fact]
    public void Numbers_too_far_apart_to_subtract_are_wrong() => Assert.False(new BlankKey { Value = decimal.MinValue }.Accepts("79228162514264337593543950335"));

    [Fact]
    public void The_answer_is_shown_as_first_word_or_number_with_unit()
    {
        Assert.Equal("两", new BlankKey { Accepted = ["两", "2"] }.Shown);
        Assert.Equal("1.4米", new BlankKey { Value = 1.4m, Units = ["米", "m"] }.Shown);
    }
}
