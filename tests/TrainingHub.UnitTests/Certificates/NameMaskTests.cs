using TrainingHub.Certificates;

namespace TrainingHub.UnitTests.Certificates;

public sealed class NameMaskTests
{
    [Theory]
    [InlineData("沈知南", "沈＊＊")]
    [InlineData("米粒", "米＊")]
    [InlineData("欧阳听雨", "欧＊＊＊")]
    [InlineData("阿依古丽·买买提", "阿＊＊＊＊＊＊＊")]
    [InlineData("赵", "＊")]
    [InlineData("", "")]
    [InlineData("𬭚山", "𬭚＊")]
    public void Keeps_the_first_character_only(string name, string masked) => Assert.Equal(masked, NameMask.Mask(name));
}
