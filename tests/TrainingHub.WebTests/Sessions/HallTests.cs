using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TrainingHub.Seeds;
using TrainingHub.Sessions;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.WebTests.Sessions;

/// <summary>Signing in by the code in the hall, by name and phone, and by the keeper's list.</summary>
public abstract class HallTests(WebApp app)
{
    [Fact]
    public async Task A_scan_gives_time_to_sign_in_and_a_forwarded_code_opens_nothing()
    {
        using var keeper = await app.SignInAsync(SmallWorld.LinxiOfficer);
        using var phone = app.Visitor();
        using var friend = app.Visitor();
        var day = keeper.Today.AddDays(1);
        var code = await keeper.PlanAsync(new() { ["HalfDays[0].Day"] = SessionSteps.Day(day), ["AsksSecondScan"] = "true" });
        await keeper.CallAsync(code, SmallWorld.Principal);
        var early = await keeper.ReadAsync($"/sessions/{code}/hall");
        app.MoveTo(day, 13, 50);
        var hall = await keeper.ReadAsync($"/sessions/{code}/hall/code");
        var scan = await app.ScanAsync(code);

        using var scanned = await phone.GetAsync(scan);
        app.Clock.Move(TimeSpan.FromSeconds(30));
        using var forwarded = await friend.GetAsync(scan);
        using var noTicket = await friend.GetAsync($"/sessions/{code}/arrival");
        app.Clock.Move(TimeSpan.FromMinutes(14));
        var door = await phone.ReadAsync($"/sessions/{code}/arrival");
        await phone.SignInAsync(SmallWorld.Principal);
        using var signedIn = await phone.PostAsync($"/sessions/{code}/arrival", []);
        using var again = await phone.PostAsync($"/sessions/{code}/arrival", []);
        var end = await app.ScanAsync(code, purpose: ScanPurpose.End);
        await phone.GetAsync(end);
        using var ended = await phone.PostAsync($"/sessions/{code}/arrival", []);
        await phone.GetAsync(await app.ScanAsync(code));
        using var twice = await phone.PostAsync($"/sessions/{code}/arrival", []);

        Assert.Contains("现在不能扫码", early, StringComparison.Ordinal);
        Assert.Contains("<path d=\"M", hall, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, scanned.StatusCode);
        Assert.Equal(HttpStatusCode.Gone, forwarded.StatusCode);
        Assert.Equal(HttpStatusCode.Gone, noTicket.StatusCode);
        Assert.Contains("登录后签到", door, StringComparison.Ordinal);
        Assert.Contains("已签到", await TextAsync(signedIn), StringComparison.Ordinal);
        // Scanned before it began: in time, although the sign-in came after.
        Assert.DoesNotContain("记为迟到", await TextAsync(signedIn), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Gone, again.StatusCode);
        Assert.Contains("已签退", await TextAsync(ended), StringComparison.Ordinal);
        Assert.Contains("已经签过到", await TextAsync(twice), StringComparison.Ordinal);
        Assert.Equal(AttendanceMarks.Arrived | AttendanceMarks.Ended, await app.MarksAsync(code, SmallWorld.Principal));
    }

    [Fact]
    public async Task Without_an_account_name_and_phone_open_once_for_each_ticket()
    {
        using var keeper = await app.SignInAsync(SmallWorld.LinxiOfficer);
        using var phone = app.Visitor();
        var day = keeper.Today.AddDays(1);
        var code = await keeper.PlanAsync(new() { ["Title"] = "保安实操", ["Kind"] = "Practical", ["HalfDays[0].Day"] = SessionSteps.Day(day) });
        await keeper.CallAsync(code, "guard-1", SmallWorld.Principal);
        using var volunteer = await keeper.PostAsync($"/sessions/{code}/participants/guests", new() { ["GuestName"] = "周边商户老郑", ["GuestUnit"] = "便民超市", ["GuestPhone"] = "13911112222" });
        using var badPhone = await keeper.PostAsync($"/sessions/{code}/participants/guests", new() { ["GuestName"] = "老郑", ["GuestPhone"] = "12" });
        app.MoveTo(day, 14, 5);
        await phone.GetAsync(await app.ScanAsync(code));
        var arrival = $"/sessions/{code}/arrival/guest";

        using var wrong = await phone.PostAsync(arrival, new() { ["Name"] = "石敢", ["Digits"] = "9999" });
        using var withAccount = await phone.PostAsync(arrival, new() { ["Name"] = "沈知南", ["Digits"] = "0005" });
        using var bad = await phone.PostAsync(arrival, new() { ["Name"] = "", ["Digits"] = "12a4" });
        var cookie = await phone.GetAsync(await app.ScanAsync(code));
        using var guard = await phone.PostAsync(arrival, new() { ["Name"] = "石敢", ["Digits"] = "0028" });
        using var noTicket = await phone.PostAsync(arrival, new() { ["Name"] = "周边商户老郑", ["Digits"] = "2222" });
        await phone.GetAsync(await app.ScanAsync(code));
        using var guest = await phone.PostAsync(arrival, new() { ["Name"] = "周边 商户老郑", ["Digits"] = "2222" });

        Assert.Equal(HttpStatusCode.Redirect, volunteer.StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, badPhone.StatusCode);
        Assert.All([wrong, withAccount, bad], answer => Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode));
        Assert.Equal(HttpStatusCode.Redirect, cookie.StatusCode);
        Assert.Contains("记为迟到", await TextAsync(guard), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Gone, noTicket.StatusCode);
        Assert.Contains("已签到", await TextAsync(guest), StringComparison.Ordinal);
        var csv = await keeper.ReadAsync($"/sessions/{code}/participants.csv");
        Assert.Contains("周边商户老郑,,便民超市,志愿者", csv, StringComparison.Ordinal);
        Assert.DoesNotContain("13911112222", csv, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_keepers_list_leaves_alone_who_scanned_meanwhile()
    {
        using var keeper = await app.SignInAsync(SmallWorld.LinxiOfficer);
        using var phone = await app.SignInAsync(SmallWorld.Principal);
        var day = keeper.Today.AddDays(1);
        var code = await keeper.PlanAsync(new() { ["Title"] = "点名", ["HalfDays[0].Day"] = SessionSteps.Day(day) });
        await keeper.CallAsync(code, SmallWorld.Principal, SmallWorld.Responsible, "vice-binhe");
        app.MoveTo(day, 13, 55);
        var page = await keeper.ReadAsync($"/sessions/{code}/attendance");
        await phone.GetAsync(await app.ScanAsync(code));
        await phone.PostAsync($"/sessions/{code}/arrival", []);

        var old = SessionSteps.MarksOf(page, 1, ("骆怀安", AttendanceMarks.Arrived | AttendanceMarks.Late), ("尹书遥", AttendanceMarks.Arrived | AttendanceMarks.LeftEarly));
        using var saved = await keeper.PostAsync($"/sessions/{code}/attendance?part=1", old.Append(new("HeadCount", "4")));
        using var bad = await keeper.PostAsync($"/sessions/{code}/attendance?part=1", SessionSteps.MarksOf(page, 9));
        using var cancelled = await keeper.PostAsync($"/sessions/{code}/cancellation", new() { ["Version"] = "1", ["Reason"] = "不办了" });
        var shown = await keeper.ReadAsync($"/sessions/{code}");
        var sheet = await keeper.ReadAsync($"/sessions/{code}/sheet");

        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, bad.StatusCode);
        Assert.Equal(AttendanceMarks.Arrived, await app.MarksAsync(code, SmallWorld.Principal));
        Assert.Equal(AttendanceMarks.Arrived | AttendanceMarks.Late, await app.MarksAsync(code, SmallWorld.Responsible));
        Assert.Equal(AttendanceMarks.Arrived | AttendanceMarks.LeftEarly, await app.MarksAsync(code, "vice-binhe"));
        Assert.Equal(HttpStatusCode.Conflict, cancelled.StatusCode);
        Assert.Contains("清点4人，与签到相差1人", shown, StringComparison.Ordinal);
        Assert.Contains("主办单位（盖章）", sheet, StringComparison.Ordinal);
    }

    [Fact]
    public async Task However_many_come_at_once_each_is_there_once_and_a_ticket_lets_in_one()
    {
        using var keeper = await app.SignInAsync(SmallWorld.LinxiOfficer);
        var day = keeper.Today.AddDays(1);
        var code = await keeper.PlanAsync(new() { ["Title"] = "百人培训", ["Seats"] = "100", ["HalfDays[0].Day"] = SessionSteps.Day(day) });
        var id = await app.SessionIdAsync(code);
        app.MoveTo(day, 13, 55);
        var people = await app.InsideAsync(async services =>
        {
            var (db, ids, now) = (services.GetRequiredService<Db>(), services.GetRequiredService<Ids>(), services.GetRequiredService<DayClock>().Now);
            var list = Enumerable.Range(0, 60).Select(_ => new Participant { Id = ids.Next(), SessionId = id, GuestName = "众人", CalledAt = now, CalledBy = Guid.Empty }).ToList();
            db.AddRange(list);
            await db.SaveChangesAsync();
            return list.ConvertAll(one => one.Id);
        });
        var now = app.Clock.GetUtcNow().UtcDateTime;
        var shared = new HallTicket(Guid.NewGuid(), id, 1, ScanPurpose.Arrival, now);

        // Everybody taps twice; the last ten share one phone's ticket.
        var taps = people.Take(50).SelectMany(person => new[] { person, person }).Select(person => (person, new HallTicket(Guid.NewGuid(), id, 1, ScanPurpose.Arrival, now)))
            .Concat(people.Skip(50).Select(person => (person, shared)));
        var outcomes = await Task.WhenAll(taps.Select(tap => Task.Run(() => app.InsideAsync(services => services.GetRequiredService<TakeArrival>().RunAsync(tap.Item2, tap.person, AttendanceMeans.Code, default)))));

        Assert.Equal(51, outcomes.Count(outcome => outcome is ArrivalOutcome.Taken));
        Assert.Equal(50, outcomes.Count(outcome => outcome is ArrivalOutcome.Already));
        Assert.Equal(9, outcomes.Count(outcome => outcome is ArrivalOutcome.TicketUsed));
        Assert.Equal(51, await app.WithDbAsync(db => db.Attendances.CountAsync(one => one.SessionId == id && one.ArrivedAt != null)));
    }

    [Fact]
    public async Task Three_hundred_sign_in_within_a_minute_whatever_their_clocks_say_none_refused_and_nobody_twice()
    {
        const int People = 300, Waves = 6;
        using var keeper = await app.SignInAsync(SmallWorld.LinxiOfficer);
        var day = keeper.Today.AddDays(1);
        var code = await keeper.PlanAsync(new() { ["Title"] = "三百人大会", ["Seats"] = "400", ["HalfDays[0].Day"] = SessionSteps.Day(day) });
        var id = await app.SessionIdAsync(code);
        app.MoveTo(day, 13, 40);
        await app.InsideAsync(async services =>
        {
            var (db, ids, now) = (services.GetRequiredService<Db>(), services.GetRequiredService<Ids>(), services.GetRequiredService<DayClock>().Now);
            db.AddRange(Enumerable.Range(0, People).Select(number => new Participant { Id = ids.Next(), SessionId = id, GuestName = $"来宾{number:000}", GuestPhone = $"1391234{number:0000}", CalledAt = now, CalledBy = Guid.Empty }));
            await db.SaveChangesAsync();
        });
        using var friend = app.Visitor();
        var (scan, answers) = (await app.ScanAsync(code), new List<(HttpStatusCode First, HttpStatusCode Second, bool IsIn)>());

        for (var wave = 0; wave < Waves; wave++)
        {
            // Each wave brings the code that the hall showed ten seconds ago.
            var (shown, from) = (scan, wave * (People / Waves));
            answers.AddRange(await Task.WhenAll(Enumerable.Range(from, People / Waves).Select(number => Task.Run(() => SignInAsync(code, shown, number)))));
            scan = await app.ScanAsync(code);
            app.Clock.Move(TimeSpan.FromSeconds(10));
        }

        // Whoever is in taps the link once more, and a code is forwarded half a minute after it was shown.
        using var phone = app.Visitor();
        using var late = await phone.GetAsync(await app.ScanAsync(code));
        using var repeated = await phone.PostAsync($"/sessions/{code}/arrival/guest", new() { ["Name"] = "来宾007", ["Digits"] = "0007" }, tokenFrom: $"/sessions/{code}/arrival");
        app.Clock.Move(TimeSpan.FromSeconds(20));
        using var forwarded = await friend.GetAsync(scan);
        using var noTicket = await friend.GetAsync($"/sessions/{code}/arrival");

        Assert.Equal(People, answers.Count(answer => answer.IsIn));
        // The second tap finds that it was done, or that the ticket was taken.
        Assert.All(answers, answer => Assert.Contains(HttpStatusCode.OK, new[] { answer.First, answer.Second }));
        Assert.All(answers, answer => Assert.Subset(new HashSet<HttpStatusCode> { HttpStatusCode.OK, HttpStatusCode.Gone }, new HashSet<HttpStatusCode> { answer.First, answer.Second }));
        Assert.Contains("已经签过到", await TextAsync(repeated), StringComparison.Ordinal);
        Assert.Equal([HttpStatusCode.Gone, HttpStatusCode.Gone], [forwarded.StatusCode, noTicket.StatusCode]);
        var rows = await app.WithDbAsync(db => db.Attendances.AsNoTracking().Where(one => one.SessionId == id).ToListAsync());
        Assert.Equal((People, People, People), (rows.Count, rows.Select(row => row.ParticipantId).Distinct().Count(), rows.Count(row => row.ArrivedAt is not null && !row.IsLate)));
    }

    /// <summary>Scans, opens the page and taps twice at once, on a device whose clock is up to ten minutes off.</summary>
    private async Task<(HttpStatusCode First, HttpStatusCode Second, bool IsIn)> SignInAsync(string code, string scan, int number)
    {
        using var browser = app.Visitor();
        browser.Http.DefaultRequestHeaders.Date = app.Clock.GetUtcNow().AddMinutes((number % 21) - 10);
        using var scanned = await browser.GetAsync(scan);
        var token = System.Text.RegularExpressions.Regex.Match(await browser.ReadAsync($"/sessions/{code}/arrival"), "name=\"__RequestVerificationToken\" type=\"hidden\" value=\"([^\"]+)\"").Groups[1].Value;
        var taps = await Task.WhenAll(Enumerable.Range(0, 2).Select(async _ =>
        {
            using var form = new FormUrlEncodedContent(new Dictionary<string, string>(StringComparer.Ordinal) { ["Name"] = $"来宾{number:000}", ["Digits"] = $"{number:0000}", ["__RequestVerificationToken"] = token });
            using var answer = await browser.Http.PostAsync(new Uri($"/sessions/{code}/arrival/guest", UriKind.Relative), form);
            return (answer.StatusCode, Text: await TextAsync(answer));
        }));
        return (taps[0].StatusCode, taps[1].StatusCode, taps.Any(tap => tap.Text.Contains("已签到", StringComparison.Ordinal)));
    }

    private static async Task<string> TextAsync(HttpResponseMessage answer) => WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
}

public sealed class HallOnSqlite(SqliteApp app) : HallTests(app), IClassFixture<SqliteApp>;

public sealed class HallOnPostgres(PostgresApp app) : HallTests(app), IClassFixture<PostgresApp>;
