using System.Globalization;
using TrainingHub.People.Imports;
using TrainingHub.Time;

namespace TrainingHub.UnitTests.People;

public sealed class RosterDateTests
{
    [Theory]
    [InlineData("2025/3/1", "2025-03-01")]
    [InlineData("2025-03-01", "2025-03-01")]
    [InlineData("2025.3", "2025-03-01")]
    [InlineData("2025.3.12", "2025-03-12")]
    [InlineData("2025年3月1日", "2025-03-01")]
    [InlineData("2025年3月", "2025-03-01")]
    [InlineData("２０２５年３月１日", "2025-03-01")]
    [InlineData("20250301", "2025-03-01")]
    [InlineData("45717", "2025-03-01")]
    [InlineData("2025/3/1 0:00:00", "2025-03-01")]
    [InlineData("2025年3月1号", "2025-03-01")]
    [InlineData("2025年3月份", "2025-03-01")]
    [InlineData("2025。3。1", "2025-03-01")]
    public void Reads_what_people_type(string text, string day) =>
        Assert.Equal((DateOnly.Parse(day, CultureInfo.InvariantCulture), RowReason.None), RosterDate.Read(RosterCell.OfText(text), isEnd: false, countsFrom1904: false));

    [Fact]
    public void Takes_serial_numbers_of_both_calendars()
    {
        Assert.Equal(new DateOnly(2024, 9, 1), RosterDate.Read(RosterCell.OfNumber(45536), isEnd: false, countsFrom1904: false).Day);
        Assert.Equal(new DateOnly(2024, 9, 1), RosterDate.Read(RosterCell.OfNumber(45536 - 1462), isEnd: false, countsFrom1904: true).Day);
    }

    [Fact]
    public void Ends_a_month_on_its_last_day_and_leaves_open_what_goes_on()
    {
        Assert.Equal(new DateOnly(2025, 2, 28), RosterDate.Read(RosterCell.OfText("2025.2"), isEnd: true, countsFrom1904: false).Day);
        Assert.Equal(Day.Open, RosterDate.Read(RosterCell.OfText("至今"), isEnd: true, countsFrom1904: false).Day);
    }

    [Theory]
    [InlineData("2025/2/30", RowReason.DateNotExisting)]
    [InlineData("2025.13", RowReason.DateNotExisting)]
    [InlineData("去年", RowReason.DateUnreadable)]
    [InlineData("25.3", RowReason.DateUnreadable)]
    public void Says_what_is_wrong(string text, RowReason reason) =>
        Assert.Equal((null, reason), RosterDate.Read(RosterCell.OfText(text), isEnd: false, countsFrom1904: false));

    [Fact]
    public void Does_not_guess_whether_the_number_2025_1_was_October() =>
        Assert.Equal(RowReason.MonthAmbiguous, RosterDate.Read(RosterCell.OfNumber(2025.1), isEnd: false, countsFrom1904: false).Problem);
}
