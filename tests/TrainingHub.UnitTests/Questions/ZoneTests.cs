using TrainingHub.Questions;

namespace TrainingHub.UnitTests.Questions;

public sealed class ZoneTests
{
    private static readonly Zone Door = Zone.Rectangle(new Spot(100, 200), new Spot(300, 400));
    private static readonly Zone Corner = new([new Spot(0, 0), new Spot(400, 0), new Spot(400, 100), new Spot(100, 100), new Spot(100, 400), new Spot(0, 400)]);

    [Theory]
    [InlineData(200, 300, true)]
    [InlineData(100, 200, true)]
    [InlineData(300, 400, true)]
    [InlineData(300, 250, true)]
    [InlineData(301, 250, false)]
    [InlineData(200, 199, false)]
    public void A_rectangle_includes_its_edges(int x, int y, bool isInside) => Assert.Equal(isInside, Door.Contains(new Spot(x, y)));

    [Theory]
    [InlineData(50, 300, true)]
    [InlineData(300, 50, true)]
    [InlineData(100, 100, true)]
    [InlineData(250, 250, false)]
    [InlineData(101, 101, false)]
    [InlineData(100, 401, false)]
    public void A_polygon_may_be_bent(int x, int y, bool isInside) => Assert.Equal(isInside, Corner.Contains(new Spot(x, y)));

    [Fact]
    public void Corners_may_run_either_way() => Assert.True(new Zone([.. Corner.Corners.Reverse()]).Contains(new Spot(50, 300)));
}
