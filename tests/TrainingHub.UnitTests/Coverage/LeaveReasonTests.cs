using TrainingHub.Coverage;
using TrainingHub.People;

namespace TrainingHub.UnitTests.Coverage;

public sealed class LeaveReasonTests
{
    [Theory]
    [InlineData(ExclusionReason.MaternityLeave, "2026-10-01", "2027-03-31", true)]
    [InlineData(ExclusionReason.MaternityLeave, "2026-12-31", "2027-03-31", true)]
    [InlineData(ExclusionReason.MaternityLeave, "2027-01-01", "2027-03-31", false)]
    [InlineData(ExclusionReason.MaternityLeave, "2026-01-01", "2026-09-30", false)]
    [InlineData(ExclusionReason.LongSickLeave, "2026-10-01", "2027-03-31", false)]
    public void An_exclusion_goes_with_leave_of_its_reason_on_days_in_common(ExclusionReason why, string from, string until, bool goes) =>
        Assert.Equal(goes, LeaveDays.Read("MaternityLeave 2026-10-01 2026-12-31").Covers(why, DateOnly.Parse(from, System.Globalization.CultureInfo.InvariantCulture), DateOnly.Parse(until, System.Globalization.CultureInfo.InvariantCulture)));

    [Fact]
    public void Other_leave_is_no_reason_of_an_exclusion() => Assert.Null(LeaveKind.Other.Why);
}
