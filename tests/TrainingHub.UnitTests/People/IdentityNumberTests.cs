using TrainingHub.People.Imports;

namespace TrainingHub.UnitTests.People;

public sealed class IdentityNumberTests
{
    [Theory]
    [InlineData("11010519491231002X")]
    [InlineData("11010519491231002x")]
    [InlineData("身份证11010519491231002X，男")]
    [InlineData("110105 19491231 002X")]
    [InlineData("１１０１０５１９４９１２３１００２Ｘ")]
    [InlineData("110105491231002")]
    [InlineData("110105194912310000")] // the last digits as Excel spoils them
    public void Finds_a_number_however_it_is_written(string text) => Assert.True(IdentityNumber.IsIn(text));

    [Theory]
    [InlineData("13800010426")]
    [InlineData("202600000000000001")]
    [InlineData("110105194913310020")]
    [InlineData("临溪区第三十二中学")]
    [InlineData("999999999999999")]
    [InlineData("")]
    public void Leaves_other_content_alone(string text) => Assert.False(IdentityNumber.IsIn(text));

    [Theory]
    [InlineData("11010519491231002X", true)]
    [InlineData("110105194912310021", false)]
    public void Knows_the_check_digit(string number, bool isRight) => Assert.Equal(isRight, IdentityNumber.HasRightCheckDigit(number));

    [Fact]
    public void Keeps_none_in_the_name_of_a_file() =>
        Assert.DoesNotContain("1949", IdentityNumber.Redact("李某11010519491231002X名册.xlsx"), StringComparison.Ordinal);
}
