using System.Security.Cryptography;
using TrainingHub.Sessions;

namespace TrainingHub.UnitTests.Sessions;

/// <summary>The code in the hall and the ticket that it gives.</summary>
public sealed class HallCodeTests
{
    private static readonly DateTime Nine = new(2026, 11, 20, 1, 0, 0, DateTimeKind.Utc);
    private static readonly Guid Session = Guid.Parse("0198c0de-0000-7000-8000-000000000001");
    private static readonly byte[] Secret = [.. Enumerable.Range(0, HallCode.SecretLength).Select(number => (byte)number)];

    [Fact]
    public void Changes_every_ten_seconds_and_opens_while_it_is_shown()
    {
        var codes = Enumerable.Range(0, 100).Select(second => At(Nine.AddSeconds(second))).ToList();

        Assert.Equal(10, codes.Distinct().Count());
        Assert.All(codes.Index(), one => Assert.True(IsGood(one.Item, Nine.AddSeconds(one.Index))));
        Assert.All(codes, code => Assert.Equal(12, code.Length));
    }

    [Fact]
    public void Forwarded_thirty_seconds_after_it_was_shown_it_opens_nothing()
    {
        var random = new Random(20261120);
        for (var time = 0; time < 2000; time++)
        {
            var shownAt = Nine.AddMilliseconds(random.Next(100_000_000));
            var code = At(shownAt);

            Assert.True(IsGood(code, shownAt));
            Assert.True(IsGood(code, shownAt.AddSeconds(19.9)), "A code is good for at least twenty seconds after it was last shown.");
            Assert.False(IsGood(code, shownAt.AddSeconds(30)));
            Assert.False(IsGood(code, shownAt.AddMinutes(random.Next(1, 100_000))));
            Assert.False(IsGood(code, shownAt.AddSeconds(-10)), "Nobody can bring a code before it is shown.");
        }
    }

    [Fact]
    public void Belongs_to_one_session_half_day_and_purpose()
    {
        var code = At(Nine);

        Assert.False(HallCode.IsGood(code, Secret, Guid.NewGuid(), 1, ScanPurpose.Arrival, Nine));
        Assert.False(HallCode.IsGood(code, Secret, Session, 2, ScanPurpose.Arrival, Nine));
        Assert.False(HallCode.IsGood(code, Secret, Session, 1, ScanPurpose.End, Nine));
        Assert.False(HallCode.IsGood(code, RandomNumberGenerator.GetBytes(HallCode.SecretLength), Session, 1, ScanPurpose.Arrival, Nine));
        Assert.False(IsGood("", Nine));
        Assert.False(IsGood("签到码", Nine));
    }

    [Theory]
    [InlineData(0, 10)]
    [InlineData(4.5, 5.5)]
    [InlineData(9.999, 0.001)]
    public void Says_how_long_it_is_still_shown(double seconds, double left) =>
        Assert.Equal(TimeSpan.FromSeconds(left), HallCode.Left(Nine.AddSeconds(seconds)));

    /// <summary>Three hundred come within a minute; their clocks are wrong by up to ten minutes, and some need long to sign in.</summary>
    [Fact]
    public void Three_hundred_people_enter_once_each_whatever_their_clocks_say()
    {
        var random = new Random(300);
        var arrivals = new Dictionary<int, Attendance>();
        for (var person = 0; person < 300; person++)
        {
            var (seenAt, onTheWay, signsIn) = (Nine.AddSeconds(random.NextDouble() * 60), random.NextDouble() * 15, random.NextDouble() * 14 * 60);
            // The device's own time goes nowhere: neither into the code nor into the ticket.
            var deviceClock = seenAt.AddSeconds(random.Next(-600, 601));
            var code = At(seenAt);
            var scannedAt = seenAt.AddSeconds(onTheWay);
            Assert.True(IsGood(code, scannedAt), $"Person {person}, whose clock says {deviceClock:O}, was refused.");

            var ticket = HallTicket.Read(new HallTicket(Guid.NewGuid(), Session, 1, ScanPurpose.Arrival, scannedAt).ToBytes());
            Assert.NotNull(ticket);
            Assert.True(ticket.IsGood(scannedAt.AddSeconds(signsIn)));
            arrivals.TryAdd(person, new Attendance { Id = Guid.NewGuid(), SessionId = Session, HalfDay = 1, ParticipantId = Guid.NewGuid() });
            Assert.True(arrivals[person].Arrive(ticket.Id, AttendanceMeans.Code, isLate: false, scannedAt.AddSeconds(signsIn)));
            Assert.False(arrivals[person].Arrive(Guid.NewGuid(), AttendanceMeans.Code, isLate: true, scannedAt.AddSeconds(signsIn + 1)));
        }

        Assert.Equal(300, arrivals.Values.Count(one => one is { ArrivedAt: not null, IsLate: false }));
    }

    [Fact]
    public void A_ticket_ends_after_fifteen_minutes_and_garbage_is_none()
    {
        var ticket = new HallTicket(Guid.NewGuid(), Session, 2, ScanPurpose.End, Nine);

        Assert.True(ticket.IsGood(Nine.AddMinutes(15)));
        Assert.False(ticket.IsGood(Nine.AddMinutes(15).AddTicks(1)));
        Assert.False(ticket.IsGood(Nine.AddTicks(-1)));
        Assert.Equal(ticket, HallTicket.Read(ticket.ToBytes()));
        Assert.Null(HallTicket.Read([]));
        Assert.Null(HallTicket.Read(ticket.ToBytes().AsSpan(1)));
    }

    [Fact]
    public void The_hall_is_open_around_the_half_day_only()
    {
        var half = new HalfDay(new(2026, 11, 20), HalfOfDay.Morning, new(9, 0), new(11, 30));

        Assert.False(HallHours.AreOpen(half, ScanPurpose.Arrival, new(2026, 11, 20, 6, 59, 59)));
        Assert.True(HallHours.AreOpen(half, ScanPurpose.Arrival, new(2026, 11, 20, 7, 0, 0)));
        Assert.True(HallHours.AreOpen(half, ScanPurpose.Arrival, new(2026, 11, 20, 11, 30, 0)));
        Assert.False(HallHours.AreOpen(half, ScanPurpose.Arrival, new(2026, 11, 20, 11, 30, 1)));
        Assert.False(HallHours.AreOpen(half, ScanPurpose.End, new(2026, 11, 20, 8, 59, 59)));
        Assert.True(HallHours.AreOpen(half, ScanPurpose.End, new(2026, 11, 20, 12, 30, 0)));
        Assert.False(HallHours.AreOpen(half, ScanPurpose.End, new(2026, 11, 20, 12, 30, 1)));
    }

    [Theory]
    [InlineData("2026-11-20 08:00", 1, ScanPurpose.Arrival)]
    [InlineData("2026-11-20 11:00", 1, ScanPurpose.End)]
    [InlineData("2026-11-20 13:00", 2, ScanPurpose.Arrival)]
    [InlineData("2026-11-25 13:00", 2, ScanPurpose.End)]
    public void The_hall_shows_what_comes_next(string now, int number, ScanPurpose purpose)
    {
        HalfDay[] halves = [new(new(2026, 11, 20), HalfOfDay.Morning, new(9, 0), new(11, 30)), new(new(2026, 11, 20), HalfOfDay.Afternoon, new(14, 0), new(17, 0))];

        Assert.Equal((number, purpose), HallHours.Usual(halves, asksSecondScan: true, DateTime.Parse(now, System.Globalization.CultureInfo.InvariantCulture)));
        Assert.Equal(ScanPurpose.Arrival, HallHours.Usual(halves, asksSecondScan: false, DateTime.Parse(now, System.Globalization.CultureInfo.InvariantCulture)).Purpose);
    }

    private static string At(DateTime now) => HallCode.At(Secret, Session, 1, ScanPurpose.Arrival, now);

    private static bool IsGood(string code, DateTime now) => HallCode.IsGood(code, Secret, Session, 1, ScanPurpose.Arrival, now);
}
