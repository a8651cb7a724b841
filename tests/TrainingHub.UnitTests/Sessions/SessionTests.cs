using TrainingHub.Records;
using TrainingHub.Sessions;

namespace TrainingHub.UnitTests.Sessions;

public sealed class SessionTests
{
    private static readonly DateTime Now = new(2026, 11, 20, 1, 0, 0, DateTimeKind.Utc);
    private static readonly HalfDay Morning = new(new(2026, 11, 20), HalfOfDay.Morning, new(9, 0), new(11, 30));
    private static readonly HalfDay Afternoon = new(new(2026, 11, 20), HalfOfDay.Afternoon, new(14, 0), new(17, 0));
    private static readonly SessionTerms Terms = new()
    {
        Title = "校长集中培训",
        Kind = SessionKind.Lecture,
        Place = "教师进修学校报告厅",
        Seats = 2,
        HoursPerHalfDay = 4,
        HalfDaysNeeded = 1,
        HalfDays = [Morning, Afternoon],
    };

    [Fact]
    public void Usual_terms_have_no_fault() => Assert.Empty(Terms.Faults((new(2024, 1, 1), new(2026, 12, 31))));

    public static TheoryData<SessionFault> Faulty => [.. Enum.GetValues<SessionFault>()];

    [Theory, MemberData(nameof(Faulty))]
    public void Names_what_is_wrong(SessionFault fault)
    {
        var terms = fault switch
        {
            SessionFault.NoHalfDay => Terms with { HalfDays = [] },
            SessionFault.TooManyHalfDays => Terms with { HalfDays = [.. Enumerable.Range(0, 21).Select(day => Morning with { Day = Morning.Day.AddDays(day) })] },
            SessionFault.SameHalfTwice => Terms with { HalfDays = [Morning, Morning] },
            SessionFault.EndsBeforeBegins => Terms with { HalfDays = [Morning with { Ends = Morning.Begins }] },
            SessionFault.HalvesOverlap => Terms with { HalfDays = [Morning with { Ends = new(14, 30) }, Afternoon] },
            SessionFault.SeatsOutOfRange => Terms with { Seats = 0 },
            SessionFault.HoursOutOfRange => Terms with { HoursPerHalfDay = 7 },
            SessionFault.NeededOutOfRange => Terms with { HalfDaysNeeded = 3 },
            SessionFault.NoAgenda => Terms with { Kind = SessionKind.Meeting },
            SessionFault.OutsideCycle => Terms with { HalfDays = [Morning with { Day = new(2027, 1, 4) }] },
            SessionFault.SameQuizTwice => Terms with { PreQuizSlug = "AAAA2222", PostQuizSlug = "AAAA2222" },
            _ => throw new ArgumentOutOfRangeException(nameof(fault)),
        };

        Assert.Contains(fault, terms.Faults((new(2024, 1, 1), new(2026, 12, 31))));
    }

    [Fact]
    public void What_decides_about_credit_stays_once_somebody_has_signed_in()
    {
        var wished = Terms with { Title = "新名称", Seats = 90, HoursPerHalfDay = 1, HalfDaysNeeded = 2, AsksSecondScan = true, ProgrammeId = Guid.NewGuid(), HalfDays = [Morning] };

        var kept = wished.WithCreditOf(Terms);

        Assert.Equal(("新名称", 90, 4, 1, false, null, 2), (kept.Title, kept.Seats, kept.HoursPerHalfDay, kept.HalfDaysNeeded, kept.AsksSecondScan, kept.ProgrammeId, kept.HalfDays.Count));
    }

    [Fact]
    public void Is_moved_when_time_or_place_is_another()
    {
        Assert.False((Terms with { Title = "x", HalfDays = [Morning, Afternoon] }).IsMovedFrom(Terms));
        Assert.True((Terms with { Place = "x" }).IsMovedFrom(Terms));
        Assert.True(Terms.Later(7).IsMovedFrom(Terms));
        Assert.Equal(new DateOnly(2026, 11, 27), Terms.Later(7).LastDay);
    }

    [Fact]
    public void Closes_once_and_opens_again_only_when_closed()
    {
        var session = Planned();

        Assert.False(session.Reopen("签到有误"));
        Assert.True(session.Close(Guid.NewGuid(), Now));
        Assert.False(session.Close(Guid.NewGuid(), Now));
        Assert.False(session.Cancel());
        session.Finish();
        Assert.Throws<InvalidOperationException>(session.Finish);
        Assert.True(session.Reopen("签到有误"));
        Assert.False(session.Cancel());
        Assert.True(session.Close(Guid.NewGuid(), Now));
        Assert.Equal(2, session.Closing);
    }

    [Fact]
    public void A_cancelled_one_is_not_closed()
    {
        var session = Planned();

        Assert.True(session.Cancel());
        Assert.False(session.Cancel());
        Assert.False(session.Close(Guid.NewGuid(), Now));
    }

    [Theory]
    [InlineData(AttendanceMarks.None, false, false)]
    [InlineData(AttendanceMarks.Arrived, false, true)]
    [InlineData(AttendanceMarks.Arrived | AttendanceMarks.Late, false, true)]
    [InlineData(AttendanceMarks.Arrived | AttendanceMarks.LeftEarly, false, false)]
    [InlineData(AttendanceMarks.Arrived, true, false)]
    [InlineData(AttendanceMarks.Arrived | AttendanceMarks.Ended, true, true)]
    [InlineData(AttendanceMarks.Arrived | AttendanceMarks.Ended | AttendanceMarks.LeftEarly, true, false)]
    public void A_half_day_counts_for_who_stayed(AttendanceMarks marks, bool asksSecondScan, bool counts) => Assert.Equal(counts, Attendance.Counts(marks, asksSecondScan));

    [Fact]
    public void Credits_the_half_days_attended_and_no_others()
    {
        Assert.Equal(new SessionCredit(1, 180, true), SessionCredit.Of(Terms, [AttendanceMarks.Arrived, AttendanceMarks.None]));
        Assert.Equal(new SessionCredit(2, 360, true), SessionCredit.Of(Terms, [AttendanceMarks.Arrived, AttendanceMarks.Arrived | AttendanceMarks.Late]));
        Assert.Equal(new SessionCredit(0, 0, false), SessionCredit.Of(Terms, []));
        Assert.Equal(new SessionCredit(1, 180, false), SessionCredit.Of(Terms with { HalfDaysNeeded = 2 }, [AttendanceMarks.Arrived]));
    }

    [Fact]
    public void Closing_again_touches_only_what_differs()
    {
        var enough = new SessionCredit(1, 180, true);

        Assert.Equal(new ClosingEntry(180, false), ClosingEntry.Of(enough, null));
        Assert.Equal(new ClosingEntry(null, false), ClosingEntry.Of(enough, 180));
        // What somebody revoked by hand stays revoked.
        Assert.Equal(new ClosingEntry(null, false), ClosingEntry.Of(enough, null, isBarred: true));
        Assert.Equal(new ClosingEntry(180, true), ClosingEntry.Of(enough, 360, isBarred: true));
        Assert.Equal(new ClosingEntry(180, true), ClosingEntry.Of(enough, 360));
        Assert.Equal(new ClosingEntry(null, true), ClosingEntry.Of(new SessionCredit(0, 0, false), 180));
        Assert.Equal(new ClosingEntry(null, false), ClosingEntry.Of(new SessionCredit(0, 0, false), null));
    }

    [Fact]
    public void What_the_keeper_marks_keeps_what_a_code_said()
    {
        var (ticket, keeper) = (Guid.NewGuid(), Guid.NewGuid());
        var one = new Attendance { Id = Guid.NewGuid(), SessionId = Guid.NewGuid(), HalfDay = 1, ParticipantId = Guid.NewGuid() };
        one.Arrive(ticket, AttendanceMeans.Code, isLate: true, Now);

        Assert.False(one.Mark(AttendanceMarks.Arrived | AttendanceMarks.Late, AttendanceMeans.List, keeper, Now.AddHours(1)));
        Assert.True(one.Mark(AttendanceMarks.Arrived | AttendanceMarks.Ended, AttendanceMeans.List, keeper, Now.AddHours(2)));
        Assert.Equal((Now, AttendanceMeans.Code, ticket, Now.AddHours(2), false), (one.ArrivedAt, one.ArrivedBy, one.ArrivalTicket, one.EndedAt, one.IsLate));
        Assert.True(one.Mark(AttendanceMarks.Ended | AttendanceMarks.Late, AttendanceMeans.Paper, keeper, Now.AddHours(3)));
        Assert.Equal(AttendanceMarks.None, one.Marks);
        Assert.True(one.Mark(AttendanceMarks.Arrived, AttendanceMeans.Paper, keeper, Now.AddHours(4)));
        Assert.Equal(AttendanceMeans.Paper, one.ArrivedBy);
    }

    [Fact]
    public void Nobody_signs_out_without_having_come_or_twice()
    {
        var one = new Attendance { Id = Guid.NewGuid(), SessionId = Guid.NewGuid(), HalfDay = 1, ParticipantId = Guid.NewGuid() };

        Assert.False(one.End(Guid.NewGuid(), Now));
        one.Arrive(Guid.NewGuid(), AttendanceMeans.Code, isLate: false, Now);
        Assert.True(one.End(Guid.NewGuid(), Now));
        Assert.False(one.End(Guid.NewGuid(), Now));
    }

    [Fact]
    public void Seats_are_respected_and_freed_ones_go_to_who_waits_longest()
    {
        var list = Enumerable.Range(0, 4).Select(number => One(Now.AddMinutes(number))).ToList();
        Seating.Call(2, [], list);
        Assert.Equal([ParticipantState.Called, ParticipantState.Called, ParticipantState.Waiting, ParticipantState.Waiting], list.Select(one => one.State));

        list[0].Decline("另有会议", Now);
        Assert.Equal([list[2]], Seating.Fill(2, list));
        Assert.Empty(Seating.Fill(2, list));
        list[0].Accept(hasFreeSeat: false, Now);
        Assert.Equal(ParticipantState.Waiting, list[0].State);
        Assert.Equal([list[0], list[3]], Seating.Fill(9, list));
        Assert.All(list, one => Assert.True(one.HoldsSeat));
    }

    /// <summary>Whatever people do, nobody sits without a seat, and nobody waits while a seat is free.</summary>
    [Fact]
    public void Any_history_fills_the_seats_and_no_more()
    {
        for (var seed = 0; seed < 200; seed++)
        {
            var random = new Random(seed);
            var (seats, list) = (random.Next(1, 8), new List<Participant>());
            for (var step = 0; step < 40; step++)
            {
                switch (random.Next(4))
                {
                    case 0:
                        List<Participant> called = [.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => One(Now.AddMinutes(step)))];
                        Seating.Call(seats, list, called);
                        list.AddRange(called);
                        break;
                    case 1 when list.Count > 0:
                        list[random.Next(list.Count)].Decline("有事", Now.AddMinutes(step));
                        break;
                    case 2 when list.Count > 0:
                        list[random.Next(list.Count)].Accept(list.Count(one => one.HoldsSeat) < seats, Now.AddMinutes(step));
                        break;
                    case 3:
                        seats++;
                        break;
                }

                Seating.Fill(seats, list);
                var holding = list.Count(one => one.HoldsSeat);
                Assert.True(holding <= seats);
                Assert.True(holding == seats || list.TrueForAll(one => one.State is not ParticipantState.Waiting));
            }
        }
    }

    [Fact]
    public void A_batch_takes_no_two_leaders_of_one_school_where_that_is_asked()
    {
        Guid[] units = [.. Enumerable.Range(0, 3).Select(_ => Guid.NewGuid())];
        List<(Guid Person, Guid Unit)> people = [.. Enumerable.Range(0, 9).Select(number => (Guid.NewGuid(), units[number / 3]))];

        Assert.Equal([people[0].Person, people[3].Person, people[6].Person], BatchChoice.Propose(people, 5, 1, []));
        Assert.Equal([people[3].Person, people[6].Person], BatchChoice.Propose(people, 5, 1, [units[0]]));
        Assert.Equal(5, BatchChoice.Propose(people, 5, null, []).Count);
        Assert.Empty(BatchChoice.Propose(people, 0, null, []));
        Assert.Single(BatchChoice.Propose([people[0], people[0]], 5, null, []));
    }

    [Theory]
    [InlineData("2026-12-05", false)]
    [InlineData("2026-12-06", true)]
    public void Fifteen_days_are_for_the_unit_itself(string today, bool isLate) => Assert.Equal(isLate, LateEntry.NeedsApproval(new(2026, 11, 20), DateOnly.Parse(today, System.Globalization.CultureInfo.InvariantCulture), []));

    [Fact]
    public void After_a_cut_off_the_unit_above_is_asked_at_once()
    {
        Assert.True(LateEntry.NeedsApproval(new(2026, 12, 30), new(2027, 1, 2), [new(2026, 12, 31)]));
        Assert.False(LateEntry.NeedsApproval(new(2026, 12, 30), new(2026, 12, 31), [new(2026, 12, 31)]));
        Assert.False(LateEntry.NeedsApproval(new(2026, 12, 30), new(2027, 1, 2), [new(2025, 12, 31), new(2027, 12, 31)]));
    }

    [Fact]
    public void Gain_compares_the_same_people_by_tenths_of_a_percent()
    {
        Assert.Equal(new SessionGain(0, null, null), SessionGain.Of([]));
        Assert.Equal(new SessionGain(3, 444, 888), SessionGain.Of([(4, 10, 8, 10), (5, 10, 10, 10), (13, 30, 26, 30)]) with { });
    }

    private static Participant One(DateTime at) => new() { Id = Guid.CreateVersion7(new DateTimeOffset(at)), SessionId = Guid.Empty, CalledAt = at, CalledBy = Guid.Empty };

    private static TrainingSession Planned()
    {
        var session = new TrainingSession { Id = Guid.NewGuid(), Code = "AAAA2222", SeriesId = Guid.NewGuid(), Batch = 1, OrganizationId = Guid.NewGuid(), Secret = "", CreatedAt = Now, CreatedBy = Guid.NewGuid() };
        session.Agree(Terms);
        return session;
    }
}
