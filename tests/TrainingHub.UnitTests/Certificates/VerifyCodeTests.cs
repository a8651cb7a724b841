using TrainingHub.Certificates;

namespace TrainingHub.UnitTests.Certificates;

public sealed class VerifyCodeTests
{
    [Theory]
    [InlineData("7Q4M2KXD9TPAHJKM")]
    [InlineData("7q4m2kxd9tpahjkm")]
    [InlineData(" 7Q4M 2KXD 9TPA HJKM ")]
    [InlineData("7Q4M-2KXD-9tpa—HJKM")]
    [InlineData("７Ｑ４Ｍ２ＫＸＤ９ＴＰＡＨＪＫＭ")]
    [InlineData("https://training.example.cn/verify/7Q4M2KXD9TPAHJKM")]
    public void Reads_a_code_however_it_was_typed(string typed) => Assert.Equal("7Q4M2KXD9TPAHJKM", VerifyCode.Read(typed));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("7Q4M2KXD9TPAHJK")]
    [InlineData("7Q4M2KXD9TPAHJKMM")]
    [InlineData("7Q4M2KXD9TPAHJK沈")]
    [InlineData("云校安训-369900-2026-01-000001-8")]
    public void Knows_what_is_no_code(string? typed) => Assert.Null(VerifyCode.Read(typed));

    [Fact]
    public void Groups_by_four() => Assert.Equal("7Q4M 2KXD 9TPA HJKM", VerifyCode.Grouped("7Q4M2KXD9TPAHJKM"));
}
