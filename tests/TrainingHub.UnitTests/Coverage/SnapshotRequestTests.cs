using TrainingHub.Coverage;

namespace TrainingHub.UnitTests.Coverage;

public sealed class SnapshotRequestTests
{
    private static readonly DateTime Nine = new(2026, 1, 5, 9, 0, 0, DateTimeKind.Utc);
    private static readonly Guid First = Guid.NewGuid(), Second = Guid.NewGuid();

    [Fact]
    public void One_try_keeps_it_until_its_time_is_over_or_it_lets_go()
    {
        var request = Request();

        Assert.True(request.Hold(First, Nine.AddMinutes(5), Nine));
        Assert.False(request.Hold(Second, Nine.AddMinutes(6), Nine.AddMinutes(1)));
        Assert.True(request.Advance(First, 3, 10, Nine.AddMinutes(8)));
        Assert.False(request.Hold(Second, Nine.AddMinutes(12), Nine.AddMinutes(7)));
        request.Release(Second);
        Assert.False(request.Hold(Second, Nine.AddMinutes(12), Nine.AddMinutes(7)));
        request.Release(First);
        Assert.True(request.Hold(Second, Nine.AddMinutes(12), Nine.AddMinutes(7)));
        Assert.Equal((Second, 0, 0), (request.SnapshotId, request.Done, request.Steps));
    }

    [Fact]
    public void A_try_that_was_overtaken_changes_nothing_any_more()
    {
        var request = Request();
        request.Hold(First, Nine.AddMinutes(5), Nine);
        request.Hold(Second, Nine.AddMinutes(10), Nine.AddMinutes(5));

        Assert.False(request.Advance(First, 1, 2, Nine.AddMinutes(20)));
        Assert.False(request.Finish(First, 1));
        request.Fail(First, Nine.AddMinutes(6));
        Assert.True(request.IsOpen);
        Assert.True(request.Finish(Second, 4));
        Assert.Equal((4, false), (request.Number, request.IsOpen));
        Assert.False(request.Hold(First, Nine.AddMinutes(30), Nine.AddMinutes(25)));
    }

    [Fact]
    public void What_failed_is_not_begun_again()
    {
        var request = Request();
        request.Hold(First, Nine.AddMinutes(5), Nine);

        request.Fail(First, Nine.AddMinutes(1));

        Assert.Equal((Nine.AddMinutes(1), false), (request.FailedAt, request.IsOpen));
        Assert.False(request.Hold(Second, Nine.AddMinutes(30), Nine.AddMinutes(25)));
    }

    [Fact]
    public void What_the_database_refuses_is_tried_again_for_an_hour()
    {
        Assert.True(Request().IsTriedAgain(Nine.AddMinutes(59)));
        Assert.False(Request().IsTriedAgain(Nine.AddHours(1)));
    }

    [Theory]
    [InlineData("2025-12-31", "2026-01-01", true)]
    [InlineData("2025-12-31", "2025-12-31", false)]
    [InlineData("2025-12-30", "2026-01-05", false)]
    public void Figures_are_final_when_the_cut_off_day_was_over(string day, string frozenOn, bool isFinal) =>
        Assert.Equal(isFinal, SnapshotDay.IsFinal(new DateOnly(2025, 12, 31), DateOnly.Parse(day, null), DateOnly.Parse(frozenOn, null)));

    private static SnapshotRequest Request() => new() { Id = Guid.NewGuid(), TargetId = Guid.NewGuid(), FormId = Guid.NewGuid(), Day = new DateOnly(2025, 12, 31), Moment = Nine, CreatedBy = Guid.NewGuid() };
}
