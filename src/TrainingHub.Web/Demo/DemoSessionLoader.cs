#if DEMO_WORLDS
using TrainingHub.Programmes;
using TrainingHub.Seeds;
using TrainingHub.Sessions;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Demo;

/// <summary>Holds three sessions of a demo world: one that is over and stands in the ledger, and two that people are called to.</summary>
public sealed class DemoSessionLoader(Db db, Transactions transactions, HallSeal seal, EnterStep step, Ids ids, DayClock clock)
{
    // Present in the morning, in the afternoon.
    private static readonly (string Person, bool Morning, bool Afternoon)[] Present =
    [
        (SmallWorld.VicePrincipal, true, true), (SmallWorld.SchoolAdministrator, true, true), (SmallWorld.Teacher, true, false), ("vice-binhe", true, true), ("responsible-binhe", true, true),
        ("responsible-east", false, true), ("guard-1", true, true), ("responsible-poplar", false, false),
    ];

    public Task RunAsync(CancellationToken cancel) => transactions.RunAsync(async cancel =>
    {
        await HoldAsync(cancel);
        var upcoming = Plan("DEMS2345", SmallWorld.Linxi, SmallWorld.LinxiOfficer, Terms("校长、分管安全副校长轮训（第四季度）", SessionKind.Lecture, "临溪区教师进修学校报告厅", days: 6, hours: 4) with { Seats = 2, Lecturer = "市消防救援支队 王工", AsksSecondScan = true });
        Call(upcoming, SmallWorld.Principal, SmallWorld.Responsible, "principal-poplar");
        var meeting = Plan("DEMS6789", SmallWorld.Wangchuan, SmallWorld.WangchuanOfficer, Terms("学校安全工作会议学习", SessionKind.Meeting, "望川县教育局三楼会议室", days: 9, hours: 2) with
        {
            Agenda = "一、学习《中小学、幼儿园重大事故隐患判定指南》\n二、通报秋季开学检查情况\n三、部署冬季消防安全工作",
        });
        Call(meeting, "principal-songping", "vice-songping", "principal-songping-1", SmallWorld.WangchuanPrincipal);
        db.AddRange(Expert("王工", "市消防救援支队", "高级工程师", ExpertDomain.Fire), Expert("赵教授", "云岭师范学院", "教授", ExpertDomain.Laboratory | ExpertDomain.Schools), Expert("孙总工", "市建筑设计院", "总工程师", ExpertDomain.Construction | ExpertDomain.NaturalDisaster));
        await db.SaveChangesAsync(cancel);
        db.ChangeTracker.Clear();
    }, cancel);

    private Lecturer Expert(string name, string unit, string title, ExpertDomain domains) =>
        new() { Id = ids.Next(), OrganizationId = WorldIds.Of("organization", SmallWorld.City), Name = name, Unit = unit, Title = title, Domains = domains, CreatedAt = clock.Now, Version = 1 };

    private async Task HoldAsync(CancellationToken cancel)
    {
        var day = clock.Today.AddDays(-12);
        var terms = Terms("消防安全与疏散演练集中培训", SessionKind.Lecture, "临溪区第三十二中学礼堂", days: -12, hours: 4) with
        {
            Lecturer = "区消防救援大队 李工",
            HalfDays = [new HalfDay(day, HalfOfDay.Morning, new TimeOnly(8, 30), new TimeOnly(11, 30)), new HalfDay(day, HalfOfDay.Afternoon, new TimeOnly(14, 0), new TimeOnly(17, 0))],
        };
        var session = Plan("DEMSAAAA", SmallWorld.Linxi, SmallWorld.LinxiOfficer, terms);
        var list = Call(session, [.. Present.Select(one => one.Person)]);
        foreach (var (one, (_, morning, afternoon)) in list.Zip(Present))
        {
            one.Accept(hasFreeSeat: true, session.CreatedAt);
            Come(one, 1, morning, day.ToDateTime(new TimeOnly(8, 20)));
            Come(one, 2, afternoon, day.ToDateTime(new TimeOnly(13, 50)));
        }

        await db.SaveChangesAsync(cancel);
        session.Close(session.CreatedBy, clock.Now);
        db.Add(new SessionChange { Id = ids.Next(), SessionId = session.Id, At = clock.Now, By = session.CreatedBy, Kind = SessionChangeKind.Closed });
        await db.SaveChangesAsync(cancel);
        await step.RunAsync(session, cancel);
    }

    private SessionTerms Terms(string title, SessionKind kind, string place, int days, int hours) => new()
    {
        Title = title, Kind = kind, Place = place, Seats = 60, HoursPerHalfDay = hours, HalfDaysNeeded = 1, ProgrammeId = WorldIds.Of("programme", DemoWorldLoader.ProgrammeSlug),
        HalfDays = [new HalfDay(clock.Today.AddDays(days), HalfOfDay.Morning, new TimeOnly(8, 30), new TimeOnly(11, 30))],
    };

    private TrainingSession Plan(string code, string unit, string keeper, SessionTerms terms)
    {
        var session = new TrainingSession
        {
            Id = ids.Next(), Code = code, SeriesId = ids.Next(), Batch = 1, OrganizationId = WorldIds.Of("organization", unit), Secret = seal.NewSecret(), CreatedAt = clock.Now, CreatedBy = WorldIds.Of("person", keeper),
        };
        session.Agree(terms);
        db.Add(session);
        db.AddRange(terms.HalfDays.Select((half, place) => new SessionHalfDay { SessionId = session.Id, Number = place + 1, Day = half.Day, Half = half.Half, Begins = half.Begins, Ends = half.Ends }));
        db.Add(new SessionChange { Id = ids.Next(), SessionId = session.Id, At = clock.Now, By = session.CreatedBy, Kind = SessionChangeKind.Planned });
        return session;
    }

    private List<Participant> Call(TrainingSession session, params string[] people)
    {
        List<Participant> called = [.. people.Select(person => new Participant { Id = ids.Next(), SessionId = session.Id, PersonId = WorldIds.Of("person", person), CalledAt = session.CreatedAt, CalledBy = session.CreatedBy })];
        Seating.Call(session.Seats, [], called);
        db.AddRange(called);
        return called;
    }

    private void Come(Participant one, int half, bool isThere, DateTime zoned)
    {
        if (isThere)
        {
            var row = new Attendance { Id = ids.Next(), SessionId = one.SessionId, HalfDay = half, ParticipantId = one.Id };
            row.Arrive(ids.Next(), AttendanceMeans.Code, isLate: false, TimeZoneInfo.ConvertTimeToUtc(zoned, clock.Zone));
            db.Add(row);
        }
    }
}
#endif
