using TrainingHub.Organizations;
using TrainingHub.People;

namespace TrainingHub.UnitTests.People;

public sealed class ShippedPositionsTests
{
    [Fact]
    public void There_is_one_entry_for_each_post_of_the_common_core()
    {
        var posts = Enum.GetValues<CorePosition>().Where(post => post is not (CorePosition.None or CorePosition.All));

        Assert.Equal(posts, ShippedPositions.All.Select(entry => entry.Core));
        Assert.Equal(ShippedPositions.All.Count, ShippedPositions.All.SelectMany(entry => new[] { entry.Id, entry.MappingId }).Distinct().Count() / 2);
    }

    [Fact]
    public void No_spelling_means_two_posts()
    {
        var spellings = ShippedPositions.All.SelectMany(entry => entry.Aliases.Select(NameFolding.Fold).Distinct());

        Assert.Empty(spellings.GroupBy(spelling => spelling).Where(group => group.Count() > 1).Select(group => group.Key));
    }

    [Theory]
    [InlineData("校长（园长）", "principal"), InlineData("校长(园长)", "principal"), InlineData("党支部书记", "partySecretary"), InlineData("副校长（分管安全）", "viceSafety")]
    [InlineData("安保主任", "safetyOfficeHead"), InlineData("宿舍管理员", "dormitoryKeeper"), InlineData("校车司机", "driver"), InlineData("门卫", "guard"), InlineData("炊事员", "canteenWorker")]
    public void Knows_how_rosters_spell_it(string spelling, string code)
    {
        var entry = ShippedPositions.All.Single(entry => entry.Aliases.Select(NameFolding.Fold).Contains(NameFolding.Fold(spelling)));

        Assert.Equal(code, entry.Code);
    }

    [Theory]
    [InlineData("138 0013 0426", "13800130426"), InlineData("+8613800130426", "13800130426"), InlineData("１３８００１３０４２６", "13800130426")]
    [InlineData("1380013042", null), InlineData("23800130426", null), InlineData(null, null)]
    public void Tidies_phones(string? typed, string? phone) => Assert.Equal(phone, PhoneNumber.Tidy(typed));

    [Fact]
    public void Masks_phones() => Assert.Equal("138****0426", PhoneNumber.Mask("13800130426"));
}
