using TrainingHub.Reminders;
using TrainingHub.Time;

namespace TrainingHub.UnitTests.Reminders;

/// <summary>On which days something owed is said.</summary>
public sealed class ReminderRuleTests
{
    // Thursday, the last day of the city plan.
    private static readonly DateOnly Deadline = new(2026, 12, 31);
    private static readonly WorkingDays Calendar = new(StateHolidays.DaysOff, StateHolidays.DaysWorked);

    [Fact]
    public void Working_days_know_holidays_and_weekends_that_are_worked()
    {
        Assert.False(Calendar.IsWorked(new DateOnly(2026, 10, 7)));
        Assert.True(Calendar.IsWorked(new DateOnly(2026, 10, 8)));
        Assert.True(Calendar.IsWorked(new DateOnly(2026, 10, 10)));
        Assert.False(Calendar.IsWorked(new DateOnly(2026, 10, 11)));
        Assert.True(Calendar.IsWorked(new DateOnly(2026, 9, 20)));
        Assert.True(Calendar.Knows(2026));
        Assert.False(Calendar.Knows(2027));
    }

    [Theory]
    [InlineData("2026-10-08", 1, "2026-09-30")]
    [InlineData("2026-10-12", 1, "2026-10-10")]
    [InlineData("2026-10-12", 3, "2026-10-08")]
    [InlineData("2026-11-22", 1, "2026-11-20")]
    [InlineData("2026-12-31", 10, "2026-12-17")]
    public void Counts_working_days_back_from_the_day_before(string day, int count, string expected) =>
        Assert.Equal(DateOnly.Parse(expected, System.Globalization.CultureInfo.InvariantCulture), Calendar.Before(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture), count));

    [Fact]
    public void The_week_begins_with_its_first_working_day()
    {
        Assert.Equal(new DateOnly(2026, 10, 8), Calendar.FirstOfWeek(new DateOnly(2026, 10, 10)));
        Assert.Equal(new DateOnly(2026, 11, 23), Calendar.FirstOfWeek(new DateOnly(2026, 11, 29)));
        Assert.Null(new WorkingDays([.. Enumerable.Range(0, 7).Select(new DateOnly(2026, 11, 23).AddDays)], []).FirstOfWeek(new DateOnly(2026, 11, 25)));
    }

    [Fact]
    public void Reminds_ten_three_and_one_working_days_before_and_the_digest_steps_aside()
    {
        var said = Enumerable.Range(0, 60).Select(new DateOnly(2026, 11, 9).AddDays)
            .Select(day => (Day: day, Step: ReminderRule.On(day, Deadline, Calendar))).Where(one => one.Step is not null).Select(one => (one.Day, one.Step!.Value)).ToList();

        Assert.Equal(
        [
            (new DateOnly(2026, 11, 9), ReminderStep.Digest), (new DateOnly(2026, 11, 16), ReminderStep.Digest), (new DateOnly(2026, 11, 23), ReminderStep.Digest),
            (new DateOnly(2026, 11, 30), ReminderStep.Digest), (new DateOnly(2026, 12, 7), ReminderStep.Digest),
            // In the week of the 14th the reminder takes the digest's place, in that of the 28th two of them do.
            (new DateOnly(2026, 12, 17), ReminderStep.TenDays), (new DateOnly(2026, 12, 21), ReminderStep.Digest),
            (new DateOnly(2026, 12, 28), ReminderStep.ThreeDays), (new DateOnly(2026, 12, 30), ReminderStep.OneDay),
        ], said);
    }

    [Fact]
    public void Says_nothing_on_days_off_and_after_the_deadline()
    {
        Assert.Null(ReminderRule.On(new DateOnly(2026, 10, 5), Deadline, Calendar));
        Assert.Equal(ReminderStep.Digest, ReminderRule.On(new DateOnly(2026, 10, 8), Deadline, Calendar));
        Assert.Null(ReminderRule.On(Deadline.AddDays(4), Deadline, Calendar));
        // Every working day before a deadline after a holiday is found before the holiday.
        Assert.Equal(ReminderStep.OneDay, ReminderRule.On(new DateOnly(2026, 9, 30), new DateOnly(2026, 10, 7), Calendar));
    }

    [Fact]
    public void Makes_up_once_for_days_on_which_nothing_could_be_sent()
    {
        var (monday, wednesday) = (new DateOnly(2026, 11, 23), new DateOnly(2026, 11, 25));

        Assert.Equal(ReminderStep.Digest, ReminderRule.Since(monday.AddDays(-1), wednesday, Deadline, Calendar));
        Assert.Null(ReminderRule.Since(monday, wednesday, Deadline, Calendar));
        Assert.Null(ReminderRule.Since(new DateOnly(2026, 1, 1), new DateOnly(2026, 11, 29), Deadline, Calendar));
        // The latest is said, not both.
        Assert.Equal(ReminderStep.OneDay, ReminderRule.Since(new DateOnly(2026, 12, 25), new DateOnly(2026, 12, 31), Deadline, Calendar));
    }

    [Fact]
    public void One_message_a_day_names_every_thing_once()
    {
        var (programme, other) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        OwedItem[] owed =
        [
            new(programme, "轮训", "Rotation", Deadline), new(programme, "轮训", "Rotation", Deadline.AddDays(200)),
            new(other, "食品安全", "Food", new DateOnly(2027, 6, 30)),
        ];

        var lines = ReminderLine.Of(owed, new DateOnly(2026, 12, 27), new DateOnly(2026, 12, 28), Calendar);

        Assert.Equal([(programme, ReminderStep.ThreeDays, 3), (other, ReminderStep.Digest, 132)], lines.Select(line => (line.Item.SubjectId, line.Step, line.WorkingDaysLeft)));
        Assert.Empty(ReminderLine.Of(owed, new DateOnly(2026, 12, 28), new DateOnly(2026, 12, 29), Calendar));
    }

    [Fact]
    public void Never_two_of_one_thing_on_a_day_whatever_the_deadline()
    {
        for (var deadline = new DateOnly(2026, 1, 1); deadline.Year < 2027; deadline = deadline.AddDays(1))
        {
            var steps = Enumerable.Range(-40, 41).Select(deadline.AddDays).Select(day => (Day: day, Step: ReminderRule.On(day, deadline, Calendar))).ToList();

            Assert.All([ReminderStep.TenDays, ReminderStep.ThreeDays, ReminderStep.OneDay], step => Assert.Single(steps, one => one.Step == step));
            Assert.DoesNotContain(steps, one => one.Step is not null && !Calendar.IsWorked(one.Day));
            // At most one digest a week, and none in a week with a reminder.
            Assert.All(steps.Where(one => one.Step is not null).GroupBy(one => WorkingDays.MondayOf(one.Day)), week =>
                Assert.True(!week.Any(one => one.Step is ReminderStep.Digest) || week.Count() is 1, $"{deadline}"));
        }
    }

    [Fact]
    public void Nobody_is_reminded_at_night()
    {
        Assert.False(SendingHours.Usual.Contains(new TimeOnly(7, 59)));
        Assert.True(SendingHours.Usual.Contains(new TimeOnly(8, 0)));
        Assert.True(SendingHours.Usual.Contains(new TimeOnly(19, 59)));
        Assert.False(SendingHours.Usual.Contains(new TimeOnly(20, 0)));
    }

    [Fact]
    public void A_run_is_held_by_one_and_finished_once()
    {
        var now = new DateTime(2026, 11, 23, 1, 0, 0, DateTimeKind.Utc);
        var run = new ReminderRun { Day = new DateOnly(2026, 11, 23), After = new DateOnly(2026, 11, 20), BegunAt = now };

        Assert.True(run.Hold(now.AddMinutes(2), now));
        Assert.False(run.Hold(now.AddMinutes(2), now.AddMinutes(1)));
        Assert.True(run.Hold(now.AddMinutes(9), now.AddMinutes(3)));
        run.Finish(now.AddMinutes(4));
        Assert.False(run.Hold(now.AddHours(2), now.AddHours(1)));
    }
}
