using TrainingHub.Questions;

namespace TrainingHub.UnitTests.Questions;

public sealed class ZoneTextTests
{
    [Theory]
    [InlineData("100,200 300,450", "100,200 300,450")]
    [InlineData("300,450 100,200", "100,200 300,450")]
    [InlineData("１００，２００　３００，４５０", "100,200 300,450")]
    [InlineData("0,0 1000,0 500,1000", "0,0 1000,0 500,1000")]
    [InlineData("0,0;10,0;10,10;0,20", "0,0 10,0 10,10 0,20")]
    public void Reads_two_corners_as_a_rectangle_and_more_as_a_polygon(string typed, string written)
    {
        var zone = ZoneText.Read(typed);

        Assert.NotNull(zone);
        Assert.Equal(written, ZoneText.Write(zone));
    }

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("100,200")]
    [InlineData("100,200 1001,3")]
    [InlineData("100,200 -1,3")]
    [InlineData("100 200")]
    [InlineData("a,b c,d")]
    public void Refuses_what_is_no_zone(string? typed) => Assert.Null(ZoneText.Read(typed));
}
