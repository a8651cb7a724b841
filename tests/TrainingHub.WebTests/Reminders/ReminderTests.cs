using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TrainingHub.Coverage;
using TrainingHub.Notices;
using TrainingHub.Programmes;
using TrainingHub.Quizzes;
using TrainingHub.Reminders;
using TrainingHub.Seeds;
using TrainingHub.Sessions;
using TrainingHub.WebTests.Notices;

namespace TrainingHub.WebTests.Reminders;

/// <summary>Who owes something is reminded on the days of the rule, once, and the officer sees before who will be.</summary>
public abstract class ReminderTests(WebApp app)
{
    [Fact]
    public async Task Sends_on_the_day_of_the_rule_what_was_foreseen_and_never_twice()
    {
        using var officer = await app.SignInAsync(SmallWorld.CityOfficer);
        var monday = new DateOnly(2026, 10, 19);
        var foreseen = await officer.ReadAsync("/reminders.csv?day=2026-10-19");
        var quiet = await officer.ReadAsync("/reminders?day=2026-10-20");

        MoveTo(monday, 7, 59);
        var night = await SendAsync();
        MoveTo(monday, 8, 0);
        var sent = await Task.WhenAll(SendAsync(), SendAsync());
        MoveTo(monday, 15, 0);
        var again = await SendAsync();
        var tuesday = await SendOnAsync(monday.AddDays(1));
        var notices = await app.WithDbAsync(db => db.Notices.AsNoTracking().Where(notice => notice.Kind == NoticeKind.Digest && notice.Day == monday).ToListAsync());

        Assert.Null(night);
        Assert.Equal(notices.Count, sent.Max());
        Assert.Null(again);
        Assert.Equal(0, tuesday);
        Assert.NotEmpty(notices);
        Assert.Equal(notices.Count, notices.DistinctBy(notice => notice.PersonId).Count());
        Assert.Contains("这一天没有要提醒的人", quiet, StringComparison.Ordinal);
        // Everybody who was foreseen to read it inside the application, and nobody else.
        var told = await app.WithDbAsync(db => db.People.Where(person => db.Notices.Any(notice => notice.PersonId == person.Id && notice.Day == monday)).Select(person => person.Name).ToListAsync());
        Assert.Equal(told.Order(StringComparer.Ordinal), foreseen.Split('\n').Where(line => line.Contains("站内消息", StringComparison.Ordinal)).Select(line => line.Split(',')[0].Trim('"', '\uFEFF')).Distinct().Order(StringComparer.Ordinal));

        var near = await SendOnAsync(new DateOnly(2026, 12, 17));
        var deadline = await app.WithDbAsync(db => db.Notices.AsNoTracking().Where(notice => notice.Kind == NoticeKind.Deadline && notice.Day == new DateOnly(2026, 12, 17)).ToListAsync());
        Assert.Equal(deadline.Count, near);
        Assert.All(deadline, notice => Assert.Contains("\"IsNear\":true", notice.Lines, StringComparison.Ordinal));
        Assert.Null(await SendOnAsync(new DateOnly(2026, 12, 20)));
    }

    [Fact]
    public async Task Quizzes_calls_and_declarations_are_owed_too_until_they_are_done()
    {
        MoveTo(new DateOnly(2026, 11, 12), 9, 0);
        using var officer = await app.SignInAsync(SmallWorld.CityOfficer);
        var (quiz, call) = await ArrangeAsync();
        var foreseen = await officer.ReadAsync("/reminders.csv?day=2026-11-13");
        var page = WebUtility.HtmlDecode(await officer.ReadAsync("/reminders?day=2026-11-13&kind=Quiz"));
        var list = await officer.ReadAsync($"/reminders/missing/{WorldIds.CodeOf(SmallWorld.Linxi)}");
        officer.Http.DefaultRequestHeaders.AcceptLanguage.ParseAdd("en");
        var english = await officer.ReadAsync("/reminders.csv?day=2026-11-13");

        var sent = await SendOnAsync(new DateOnly(2026, 11, 13));
        using var later = await app.SignInAsync(SmallWorld.CityOfficer);
        var notices = await app.WithDbAsync(db => db.Notices.AsNoTracking().Where(notice => notice.Day == new DateOnly(2026, 11, 13)).ToListAsync());
        await WaitForSeveralAsync();
        var declarations = await later.ReadAsync("/reminders.csv?day=2026-11-16&kind=Declaration");
        var silent = await app.WithDbAsync(db => (
            from cell in db.CoverageCells
            join target in db.CoverageTargets on cell.TargetId equals target.Id
            where cell.Declared == DeclaredState.NotDeclared && target.Year == 2026
            join grant in db.Grants on cell.OrganizationId equals grant.OrganizationId
            where grant.Capability == TrainingHub.People.Capability.DeclarePositions && grant.RevokedAt == null
            select new { grant.PersonId, cell.OrganizationId }).Distinct().CountAsync());
        var several = await app.WithDbAsync(db => (
            from cell in db.CoverageCells
            join target in db.CoverageTargets on cell.TargetId equals target.Id
            where cell.Declared == DeclaredState.NotDeclared && target.Year == 2026
                && db.Grants.Any(grant => grant.OrganizationId == cell.OrganizationId && grant.Capability == TrainingHub.People.Capability.DeclarePositions && grant.RevokedAt == null)
            select new { cell.OrganizationId, cell.TargetId }).Distinct().GroupBy(row => row.OrganizationId).Where(unit => unit.Count() > 1).CountAsync());
        await app.WithDbAsync(async db =>
        {
            (await db.Participants.SingleAsync(one => one.Id == call)).Accept(hasFreeSeat: true, app.Clock.GetUtcNow().UtcDateTime);
            (await db.ArrangedQuizzes.SingleAsync(one => one.Id == quiz)).Move(QuizStanding.Closed, app.Clock.GetUtcNow().UtcDateTime);
            return await db.SaveChangesAsync();
        });
        var done = await later.ReadAsync("/reminders?day=2026-11-24&step=ThreeDays");

        Assert.Contains("测验：十一月测验", foreseen, StringComparison.Ordinal);
        Assert.Contains("列入参加人员，还没有交卷；期限2026年11月27日，还有10个工作日", foreseen, StringComparison.Ordinal);
        Assert.Contains("集中培训（待答复能否参加）：消防演练", foreseen, StringComparison.Ordinal);
        Assert.Contains("已通知，还没有答复能否参加；", foreseen, StringComparison.Ordinal);
        Assert.Contains("Session, to be answered: 消防演练", english, StringComparison.Ordinal);
        Assert.Contains("测验：十一月测验", page, StringComparison.Ordinal);
        Assert.DoesNotContain("消防演练", page, StringComparison.Ordinal);
        Assert.Contains("消防演练", list, StringComparison.Ordinal);
        Assert.Equal(notices.Count, sent);
        Assert.Contains(notices, notice => notice.PersonId == WorldIds.Of("person", SmallWorld.Teacher) && notice.Lines.Contains("消防演练", StringComparison.Ordinal));
        Assert.Contains(notices, notice => notice.PersonId == WorldIds.Of("person", SmallWorld.Principal) && notice.Lines.Contains("Quiz: ", StringComparison.Ordinal));
        Assert.NotEqual(0, silent);
        // A unit that several targets wait for owes one declaration.
        Assert.NotEqual(0, several);
        Assert.Equal(silent, declarations.Trim().Split('\n').Length - 1);
        Assert.Contains("申报本单位的岗位：", declarations, StringComparison.Ordinal);
        Assert.Contains("这一天没有要提醒的人", done, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Officers_are_reminded_of_reports_that_fall_due_and_of_what_waits_for_their_decision()
    {
        MoveTo(new DateOnly(2026, 11, 12), 9, 0);
        using var city = await app.SignInAsync(SmallWorld.CityOfficer);
        var early = await city.ReadAsync("/reminders.csv?day=2026-11-30&kind=Decision");
        await app.WithDbAsync(db =>
        {
            var (id, now) = (Guid.CreateVersion7(), app.Clock.GetUtcNow().UtcDateTime);
            db.AddRange(
                new Declaration
                {
                    Id = id,
                    FactId = id,
                    OrganizationId = WorldIds.Of("organization", SmallWorld.School32),
                    Position = TrainingHub.People.CorePosition.KeyPostInternship,
                    State = DeclaredState.NotKept,
                    From = new DateOnly(2026, 11, 1),
                    Until = TrainingHub.Time.Day.Open,
                    RecordedAt = now,
                },
                new TrainingHub.People.Imports.TransferRequest
                {
                    Id = Guid.CreateVersion7(),
                    Code = "REMINDME",
                    PersonId = WorldIds.Of("person", SmallWorld.Teacher),
                    NameGiven = "陈若川",
                    Kind = TrainingHub.People.Imports.TransferKind.Transfer,
                    SourceOrganizationId = WorldIds.Of("organization", SmallWorld.School32),
                    SourceFactId = Guid.CreateVersion7(),
                    TargetOrganizationId = WorldIds.Of("organization", SmallWorld.Linxi),
                    PositionId = db.Positions.Select(position => position.Id).First(),
                    Employment = TrainingHub.People.Employment.Established,
                    From = new DateOnly(2026, 12, 1),
                    RequestedAt = now,
                    RequestedBy = WorldIds.Of("person", SmallWorld.LinxiOfficer),
                });
            return db.SaveChangesAsync();
        });

        var decisions = await city.ReadAsync("/reminders.csv?day=2026-11-30&kind=Decision");
        var tooEarly = await city.ReadAsync("/reminders.csv?day=2026-11-09&kind=Report");
        var reports = await city.ReadAsync("/reminders.csv?day=2026-12-01&kind=Report&step=TenDays");
        var page = WebUtility.HtmlDecode(await city.ReadAsync("/reminders?day=2026-12-01&kind=Report"));
        var list = await city.ReadAsync($"/reminders/missing/{WorldIds.CodeOf(SmallWorld.Linxi)}");
        await SendOnAsync(new DateOnly(2026, 12, 1));
        var told = await app.WithDbAsync(db => db.Notices.AsNoTracking().Where(notice => notice.Day == new DateOnly(2026, 12, 1) && notice.Lines.Contains("年度报告")).Select(notice => notice.PersonId).ToListAsync());

        // What the school says is confirmed by the county above it, not by the city; whoever it wants to let go it decides itself.
        static string[] Of(string file, string what) => [.. file.Split('\n').Where(line => line.Contains(what, StringComparison.Ordinal))];
        static bool IsOfCity(string line) => line.Contains("市教育局", StringComparison.Ordinal);
        Assert.Contains(Of(decisions, "确认不设岗位的申报"), line => line.Contains("临溪区教育局", StringComparison.Ordinal));
        Assert.Equal(Of(early, "确认不设岗位的申报").Count(IsOfCity), Of(decisions, "确认不设岗位的申报").Count(IsOfCity));
        Assert.Contains(Of(decisions, "处理调动和兼职申请"), line => line.Contains("临溪区第三十二中学", StringComparison.Ordinal));
        Assert.Equal(Of(early, "处理调动和兼职申请").Count(IsOfCity), Of(decisions, "处理调动和兼职申请").Count(IsOfCity));
        Assert.DoesNotContain("报告", tooEarly.Split('\n', 2)[1], StringComparison.Ordinal);
        Assert.Contains("上报2026年的年度报告（12月15日前）", reports, StringComparison.Ordinal);
        Assert.Contains("负责本单位上报，报告还没有生成", reports, StringComparison.Ordinal);
        Assert.DoesNotContain("第三十二中学", reports, StringComparison.Ordinal);
        Assert.Contains("上报2026年的年度报告", page, StringComparison.Ordinal);
        Assert.DoesNotContain("年度报告", list, StringComparison.Ordinal);
        Assert.Contains(WorldIds.Of("person", SmallWorld.LinxiOfficer), told);
    }

    [Fact]
    public async Task Equal_demands_are_one_thing_and_a_contest_is_owed_by_nobody()
    {
        MoveTo(new DateOnly(2026, 11, 12), 10, 30);
        using var officer = await app.SignInAsync(SmallWorld.LinxiOfficer);
        var linxi = WorldIds.CodeOf(SmallWorld.Linxi);
        using var created = await officer.PostAsync("/programmes", new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["Name"] = "同样要求的项目",
            ["Organization"] = linxi,
            ["Quiz"] = "rotation-2024",
            ["CycleFrom"] = "2024-01-01",
            ["CycleUntil"] = "2026-12-31",
            ["CertificateTitle"] = "安全轮训证明",
            ["Hours[0].Domain"] = "None",
        });
        var programme = created.Headers.Location!.OriginalString.Split('/')[2];
        var (quiz, _) = await ArrangeAsync("VOLUNTARY", "网络竞赛测验", "竞赛演练", until: new DateOnly(2026, 12, 4));
        var before = await officer.ReadAsync($"/reminders/missing/{linxi}");
        using var target = await officer.PostAsync($"/programmes/{programme}/targets", new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["Organization"] = linxi,
            ["Name"] = "责任人专项",
            ["Year"] = "2026",
            ["Percent"] = "80",
            ["Positions"] = "PersonResponsible",
            ["Kinds"] = "School",
            ["Employments"] = "Established",
            ["WindowFrom"] = "2026-01-01",
            ["WindowUntil"] = "2026-12-31",
            ["CutOffDay"] = "2026-12-31",
        });
        await app.WithDbAsync(db =>
        {
            var contest = new TrainingHub.Contests.Open.OpenContest
            {
                Id = Guid.CreateVersion7(),
                QuizId = quiz,
                Slug = "VOLUNTARY",
                OrganizationId = WorldIds.Of("organization", SmallWorld.Linxi),
                CreatedAt = TestClock.Start.UtcDateTime,
                CreatedBy = WorldIds.Of("person", SmallWorld.LinxiOfficer),
            };
            db.Add(contest);
            return db.SaveChangesAsync();
        });

        var after = await officer.ReadAsync($"/reminders/missing/{linxi}");
        using var principal = await app.SignInAsync(SmallWorld.Principal);
        var home = await principal.ReadAsync("/");

        Assert.Equal(HttpStatusCode.Redirect, target.StatusCode);
        Assert.Contains("网络竞赛测验", before, StringComparison.Ordinal);
        Assert.DoesNotContain("网络竞赛测验", after, StringComparison.Ordinal);
        Assert.DoesNotContain("<h2 id=\"next\">网络竞赛测验", home, StringComparison.Ordinal);
        Assert.Contains("、同样要求的项目，", after, StringComparison.Ordinal);
        Assert.Equal(before.Split("骆怀安").Length, after.Split("骆怀安").Length);
    }

    /// <summary>Another target, with a later day, waits for the same units.</summary>
    private Task<int> WaitForSeveralAsync() => app.WithDbAsync(async db =>
    {
        var target = await db.CoverageTargets.AsNoTracking().FirstAsync(one => one.Year == 2026 && db.CoverageCells.Any(cell => cell.TargetId == one.Id && cell.Declared == DeclaredState.NotDeclared));
        var rule = await db.TargetRules.AsNoTracking().SingleAsync(one => one.TargetId == target.Id && one.SupersededAt == null);
        var cells = await db.CoverageCells.AsNoTracking().Where(cell => cell.TargetId == target.Id && cell.Declared == DeclaredState.NotDeclared).ToListAsync();
        var (id, fact) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        db.Add(new CoverageTarget
        {
            Id = id,
            Slug = "another-2026",
            ProgrammeId = target.ProgrammeId,
            OrganizationId = target.OrganizationId,
            Name = "另一个目标",
            NameEn = "Another target",
            Series = "another",
            Year = 2026,
            CreatedAt = target.CreatedAt,
        });
        db.Add(new TargetRule
        {
            Id = fact,
            FactId = fact,
            From = rule.From,
            Until = rule.Until,
            RecordedAt = rule.RecordedAt,
            TargetId = id,
            Percent = rule.Percent,
            Positions = rule.Positions,
            Kinds = rule.Kinds,
            Employments = rule.Employments,
            WindowFrom = rule.WindowFrom,
            WindowUntil = rule.WindowUntil,
            RosterDay = rule.RosterDay,
            CutOffDay = rule.CutOffDay.AddDays(1),
        });
        db.AddRange(cells.Select(cell => new CoverageCell { TargetId = id, OrganizationId = cell.OrganizationId, Position = cell.Position, Day = cell.Day, Declared = DeclaredState.NotDeclared }));
        return await db.SaveChangesAsync();
    });

    [Fact]
    public async Task A_group_gets_numbers_and_a_link_and_no_names()
    {
        var posts = new List<string>();
        await using var robot = WebApplication.CreateSlimBuilder().Build();
        robot.Urls.Add("http://127.0.0.1:0");
        robot.MapPost("/send", async (HttpRequest request) =>
        {
            posts.Add(request.QueryString + await new StreamReader(request.Body).ReadToEndAsync());
            return Results.Json(new { errcode = posts.Count == 1 ? 45009 : 0 });
        });
        await robot.StartAsync();
        await using var host = app.WithWebHostBuilder(builder => builder
            .UseSetting("Notices:Robots:0:Name", "临溪安全群").UseSetting("Notices:Robots:0:Kind", "DingTalk").UseSetting("Notices:Robots:0:Address", $"{robot.Urls.First()}/send?access_token=secret-token")
            .UseSetting("Notices:Robots:0:Secret", "SECabc").UseSetting("Notices:Robots:0:Unit", WorldIds.CodeOf(SmallWorld.City)).UseSetting("PublicAddress", "https://training.example.cn"));
        await ArrangeAsync("GROUP", "群内测验", "群内演练", opens: 1, until: new DateOnly(2026, 12, 4));
        await app.WithDbAsync(db =>
        {
            var over = new TrainingSession { Id = Guid.CreateVersion7(), Code = "GROUPOVER", SeriesId = Guid.CreateVersion7(), Batch = 1, OrganizationId = WorldIds.Of("organization", SmallWorld.Linxi), Secret = "", CreatedAt = TestClock.Start.UtcDateTime, CreatedBy = WorldIds.Of("person", SmallWorld.LinxiOfficer) };
            over.Agree(new SessionTerms
            {
                Title = "十月培训",
                Kind = SessionKind.Lecture,
                Place = "礼堂",
                Seats = 20,
                HoursPerHalfDay = 2,
                HalfDaysNeeded = 1,
                HalfDays = [new HalfDay(new DateOnly(2026, 10, 30), HalfOfDay.Morning, new TimeOnly(9, 0), new TimeOnly(11, 0))],
            });
            db.Add(over);
            return db.SaveChangesAsync();
        });
        MoveTo(new DateOnly(2026, 11, 2), 9, 0);
        await host.Services.InScopeAsync(services => services.GetRequiredService<SendReminders>().RunAsync(default));
        await host.Services.InScopeAsync(services => services.GetRequiredService<SendDispatches>().RunAsync(default));
        app.Clock.Move(TimeSpan.FromMinutes(2));
        await host.Services.InScopeAsync(services => services.GetRequiredService<SendDispatches>().RunAsync(default));
        var names = await app.WithDbAsync(db => db.People.Select(person => person.Name).ToListAsync());

        Assert.Equal(2, posts.Count);
        Assert.Contains("timestamp=", posts[1], StringComparison.Ordinal);
        var text = System.Text.RegularExpressions.Regex.Unescape(posts[1]);
        Assert.Contains("https://training.example.cn/coverage", text, StringComparison.Ordinal);
        Assert.Contains("应训未训", text, StringComparison.Ordinal);
        Assert.Matches("测验：群内测验，未交卷[1-9][0-9]*人，涉及[1-9][0-9]*个单位，期限2026年12月4日", text);
        Assert.Contains("集中培训（待答复能否参加）：群内演练，未答复1人，涉及1个单位，2026年12月4日开始", text, StringComparison.Ordinal);
        Assert.Matches("岗位申报：[1-9][0-9]*个单位还没有申报", text);
        Assert.Matches("集中培训：[1-9][0-9]*期已过培训日", text);
        Assert.DoesNotContain(names, name => text.Contains(name, StringComparison.Ordinal));
        Assert.NotNull((await app.WithDbAsync(db => db.Dispatches.AsNoTracking().SingleAsync(one => one.To == "临溪安全群"))).SentAt);
    }

    [Fact]
    public async Task The_pages_keep_to_the_reader_and_explain_what_cannot_be_read()
    {
        using var visitor = app.Visitor();
        using var teacher = await app.SignInAsync(SmallWorld.Teacher);
        using var neighbour = await app.SignInAsync(SmallWorld.WangchuanOfficer);
        using var officer = await app.SignInAsync(SmallWorld.LinxiOfficer);
        var (school, pages) = (WorldIds.CodeOf(SmallWorld.School32), new[] { "/reminders", "/reminders.csv", $"/reminders/missing/{WorldIds.CodeOf(SmallWorld.School32)}" });

        foreach (var page in pages)
        {
            using var signedOut = await visitor.GetAsync(page);
            using var forbidden = await teacher.GetAsync(page);
            Assert.Equal(HttpStatusCode.Redirect, signedOut.StatusCode);
            Assert.True(forbidden.StatusCode is HttpStatusCode.Forbidden or HttpStatusCode.NotFound, page);
        }

        foreach (var page in new[] { $"/reminders?organization={school}", $"/reminders.csv?organization={school}", $"/reminders/missing/{school}" })
        {
            using var outside = await neighbour.GetAsync(page);
            using var unknown = await officer.GetAsync(page.Replace(school, "NOWHERE", StringComparison.Ordinal));
            Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (outside.StatusCode, unknown.StatusCode));
        }

        using var wrong = await officer.GetAsync("/reminders?day=gestern");
        using var wrongFile = await officer.GetAsync("/reminders.csv?day=gestern");
        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.UnprocessableEntity), (wrong.StatusCode, wrongFile.StatusCode));
        Assert.Contains("日期要写成", WebUtility.HtmlDecode(await wrong.Content.ReadAsStringAsync()), StringComparison.Ordinal);

        var day = await officer.ReadAsync("/reminders?day=2026-12-28&sort=Name.down");
        var list = await officer.ReadAsync($"/reminders/missing/{WorldIds.CodeOf(SmallWorld.Linxi)}");
        var others = await app.WithDbAsync(db => db.People.Where(person => db.Memberships.Any(post => post.PersonId == person.Id && post.OrganizationId == WorldIds.Of("organization", SmallWorld.WangchuanHigh)))
            .Select(person => person.Name).ToListAsync());
        Assert.Contains("期限前3个工作日", day, StringComparison.Ordinal);
        await officer.ReadAsync("/reminders?organization=临溪区教育局");
        Assert.Contains("临溪区教育局：", list, StringComparison.Ordinal);
        Assert.Contains("期限2026年12月31日", list, StringComparison.Ordinal);
        Assert.DoesNotContain(others, name => list.Contains(name, StringComparison.Ordinal));
    }

    /// <summary>A quiz for the principals of Linxi and a session for a teacher, both until 27 November, and a unit that has to declare; returns the quiz and the call.</summary>
    private async Task<(Guid Quiz, Guid Call)> ArrangeAsync(string code = "NOVEMBER", string title = "十一月测验", string drill = "消防演练", int opens = 9, DateOnly? until = null)
    {
        var last = until ?? new DateOnly(2026, 11, 27);
        var (now, by) = (new DateTime(2026, 10, 15, 2, 0, 0, DateTimeKind.Utc), WorldIds.Of("person", SmallWorld.LinxiOfficer));
        var quiz = new ArrangedQuiz { Id = Guid.CreateVersion7(), Slug = code, OrganizationId = WorldIds.Of("organization", SmallWorld.Linxi), CreatedAt = now, CreatedBy = by };
        var terms = new QuizTerms
        {
            Title = title,
            Positions = TrainingHub.People.CorePosition.Principal,
            OpensAt = new DateTime(2026, 11, opens, 0, 0, 0, DateTimeKind.Utc),
            ClosesAt = last.ToDateTime(new TimeOnly(10, 0), DateTimeKind.Utc),
            Minutes = 30,
            PassPercent = 60,
            AttemptsAllowed = 1,
        };
        quiz.Agree(terms, TrainingHub.Quizzes.Arranged.TermsJson.Write(terms));
        quiz.Move(QuizStanding.Published, now);
        var session = new TrainingSession { Id = Guid.CreateVersion7(), Code = $"{code[..3]}DRILL", SeriesId = Guid.CreateVersion7(), Batch = 1, OrganizationId = quiz.OrganizationId, Secret = "", CreatedAt = now, CreatedBy = by };
        session.Agree(new SessionTerms
        {
            Title = drill,
            Kind = SessionKind.Lecture,
            Place = "礼堂",
            Seats = 20,
            HoursPerHalfDay = 2,
            HalfDaysNeeded = 1,
            HalfDays = [new HalfDay(last, HalfOfDay.Morning, new TimeOnly(9, 0), new TimeOnly(11, 0))],
        });
        var call = new Participant { Id = Guid.CreateVersion7(), SessionId = session.Id, PersonId = WorldIds.Of("person", SmallWorld.Teacher), CalledAt = now, CalledBy = by };
        await app.WithDbAsync(async db =>
        {
            // Somebody declares for a unit that has not said anything yet.
            var silent = await db.CoverageCells.Where(cell => cell.Declared == DeclaredState.NotDeclared && db.CoverageTargets.Any(target => target.Id == cell.TargetId && target.Year == 2026))
                .OrderBy(cell => cell.OrganizationId).Select(cell => cell.OrganizationId).FirstAsync();
            var keeper = new TrainingHub.People.Grant
            {
                Id = Guid.CreateVersion7(),
                PersonId = WorldIds.Of("person", SmallWorld.SchoolAdministrator),
                OrganizationId = silent,
                Capability = TrainingHub.People.Capability.DeclarePositions,
                GrantedAt = now,
            };
            db.AddRange(quiz, session, call, keeper);
            return await db.SaveChangesAsync();
        });
        return (quiz.Id, call.Id);
    }

    private Task<int?> SendAsync() => app.InsideAsync(services => services.GetRequiredService<SendReminders>().RunAsync(default));

    private Task<int?> SendOnAsync(DateOnly day)
    {
        MoveTo(day, 9, 0);
        return SendAsync();
    }

    private void MoveTo(DateOnly day, int hour, int minute) => app.Clock.MoveTo(new DateTimeOffset(day, new TimeOnly(hour, minute), TimeSpan.FromHours(8)));
}

public sealed class RemindersOnSqlite(SqliteApp app) : ReminderTests(app), IClassFixture<SqliteApp>;

public sealed class RemindersOnPostgres(PostgresApp app) : ReminderTests(app), IClassFixture<PostgresApp>;
