using FsCheck;
using FsCheck.Fluent;
using TrainingHub.Reports;

namespace TrainingHub.UnitTests.Reports;

public sealed class ReportCalendarTests
{
    private static readonly Dictionary<DateOnly, ReportPeriod> None = [];

    [Theory]
    [InlineData(ReportKind.Quarter, "2026-03-15", "2025-09-11", "2026-03-10")]
    [InlineData(ReportKind.Quarter, "2026-06-15", "2026-03-11", "2026-06-10")]
    [InlineData(ReportKind.Quarter, "2026-09-15", "2026-06-11", "2026-09-10")]
    [InlineData(ReportKind.Year, "2026-12-15", "2025-12-11", "2026-12-10")]
    [InlineData(ReportKind.Campaign, "2025-06-25", "2024-06-11", "2025-06-10")]
    public void Covers_the_days_after_the_cut_off_before_up_to_its_own(ReportKind kind, string due, string from, string until) =>
        Assert.Equal(new PeriodOutcome.Found(new(Day(from), Day(until))), ReportCalendar.PeriodOf(kind, Day(due), None, wished: null));

    [Fact]
    public void Another_cut_off_day_moves_the_first_day_of_the_next_report()
    {
        var june = Found(ReportKind.Quarter, "2026-06-15", None, "2026-06-14");

        var september = Found(ReportKind.Quarter, "2026-09-15", new() { [Day("2026-06-15")] = june }, null);

        Assert.Equal((Day("2026-06-14"), Day("2026-06-15")), (june.Until, september.From));
    }

    [Fact]
    public void A_report_made_between_two_others_fills_what_they_left()
    {
        var september = Found(ReportKind.Quarter, "2026-09-15", None, null);

        var june = Found(ReportKind.Quarter, "2026-06-15", new() { [Day("2026-09-15")] = september }, null);
        var wished = ReportCalendar.PeriodOf(ReportKind.Quarter, Day("2026-06-15"), new Dictionary<DateOnly, ReportPeriod> { [Day("2026-09-15")] = september }, Day("2026-06-14"));

        Assert.Equal(september.From.AddDays(-1), june.Until);
        Assert.Equal(new PeriodOutcome.Fixed(Day("2026-06-10")), wished);
    }

    [Theory]
    [InlineData("2026-05-31")]
    [InlineData("2026-06-16")]
    public void A_cut_off_day_lies_in_the_month_and_not_after_the_day_due(string wished) =>
        Assert.Equal(new PeriodOutcome.OutOfRange(Day("2026-06-01"), Day("2026-06-15")), ReportCalendar.PeriodOf(ReportKind.Quarter, Day("2026-06-15"), None, Day(wished)));

    [Fact]
    public void Nothing_is_due_on_another_day() =>
        Assert.IsType<PeriodOutcome.NotDue>(ReportCalendar.PeriodOf(ReportKind.Year, Day("2026-06-15"), None, null));

    [Theory]
    [InlineData(ReportKind.Quarter, "2026-10-15", "2026-09-15")]
    [InlineData(ReportKind.Quarter, "2026-03-09", "2025-09-15")]
    [InlineData(ReportKind.Quarter, "2026-03-10", "2026-03-15")]
    [InlineData(ReportKind.Year, "2026-12-09", "2025-12-15")]
    [InlineData(ReportKind.Campaign, "2026-10-15", "2026-06-25")]
    public void Offers_the_latest_report_whose_cut_off_day_has_come(ReportKind kind, string today, string due) =>
        Assert.Equal(Day(due), ReportCalendar.LatestOn(kind, Day(today)));

    /// <summary>Whatever is made, in whatever order and with whatever cut-off days: every day belongs to exactly one report of a kind.</summary>
    [Fact]
    public void Reports_of_a_kind_tile_the_days_without_gap_or_overlap() => Prop.ForAll(
        (from kind in Gen.Elements(Enum.GetValues<ReportKind>())
         from order in Gen.Shuffle(Enumerable.Range(2023, 4).SelectMany(year => ReportCalendar.DuesOf(kind, year)).ToArray())
         from days in Gen.ArrayOf(Gen.Choose(-3, 27), order.Length)
         select (kind, order, days)).ToArbitrary(),
        scene =>
        {
            var made = new Dictionary<DateOnly, ReportPeriod>();
            foreach (var (due, day) in scene.order.Zip(scene.days))
            {
                // Nobody wishes, or for a day that may be refused; then what is fixed or usual is taken.
                DateOnly? wished = day < 0 ? null : new DateOnly(due.Year, due.Month, day + 1);
                made[due] = (ReportCalendar.PeriodOf(scene.kind, due, made, wished) as PeriodOutcome.Found
                    ?? (PeriodOutcome.Found)ReportCalendar.PeriodOf(scene.kind, due, made, null)).Period;
            }

            var periods = made.OrderBy(pair => pair.Key).Select(pair => pair.Value).ToList();
            Assert.All(periods, period => Assert.True(period.From <= period.Until));
            Assert.All(periods.Zip(periods.Skip(1)), pair => Assert.Equal(pair.First.Until.AddDays(1), pair.Second.From));
        }).QuickCheckThrowOnFailure();

    private static ReportPeriod Found(ReportKind kind, string due, Dictionary<DateOnly, ReportPeriod> made, string? wished) =>
        Assert.IsType<PeriodOutcome.Found>(ReportCalendar.PeriodOf(kind, Day(due), made, wished is null ? null : Day(wished))).Period;

    private static DateOnly Day(string day) => DateOnly.Parse(day, null);
}
