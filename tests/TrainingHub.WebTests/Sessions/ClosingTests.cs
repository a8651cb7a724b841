using System.Globalization;
using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TrainingHub.Records;
using TrainingHub.Seeds;
using TrainingHub.Sessions;
using TrainingHub.Storage;
using TrainingHub.Time;
using TrainingHub.WebTests.Completions;

namespace TrainingHub.WebTests.Sessions;

/// <summary>Closing a session: records, figures and certificates of who was there, once.</summary>
public abstract class ClosingTests(WebApp app)
{
    private const AttendanceMarks Came = AttendanceMarks.Arrived;

    [Fact]
    public async Task Enters_who_was_there_once_with_the_credit_of_their_half_days_and_moves_the_figure()
    {
        using var keeper = await app.SignInAsync(SmallWorld.LinxiOfficer);
        var (code, day) = await TwoHalvesAsync(keeper);
        var before = await CoveredAsync();
        using var early = await keeper.CloseAsync(code);
        app.MoveTo(day, 17, 0);
        await keeper.MarkAsync(code, 1, ("沈知南", Came), ("骆怀安", Came), ("尹书遥", Came | AttendanceMarks.LeftEarly));
        await keeper.MarkAsync(code, 2, ("沈知南", Came | AttendanceMarks.Late));
        var preview = await keeper.ReadAsync($"/sessions/{code}/closing");
        var version = (await keeper.VersionAsync(code)).ToString(CultureInfo.InvariantCulture);

        var closed = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => keeper.PostAsync($"/sessions/{code}/closing", new() { ["version"] = version })));

        var records = await RecordsAsync(code);
        Assert.Equal(HttpStatusCode.Conflict, early.StatusCode);
        Assert.Contains("沈知南", preview, StringComparison.Ordinal);
        Assert.Equal(1, closed.Count(answer => answer.StatusCode is HttpStatusCode.Redirect));
        Assert.Equal(4, closed.Count(answer => answer.StatusCode is HttpStatusCode.Conflict));
        Assert.Equal([("沈知南", 360), ("骆怀安", 180)], records.OrderByDescending(one => one.Record.CreditMinutes).Select(one => (one.Name, one.Record.CreditMinutes)));
        Assert.All(records, one => Assert.Equal((Evidence.BureauSession, day, one.Record.HashContent()), (one.Record.Evidence, one.Record.CompletionDay, one.Record.ContentHash)));
        Assert.Equal(2, await app.WithDbAsync(db => db.Certificates.CountAsync(certificate => records.Select(one => one.Record.Id).Contains(certificate.RecordId))));
        Assert.Equal(before + 2, await CoveredAsync());
        using var principal = await app.SignInAsync(SmallWorld.Principal);
        Assert.Contains("两个半天的培训", await principal.ReadAsync("/records"), StringComparison.Ordinal);
        Assert.Contains("已计入2条培训记录", await keeper.ReadAsync($"/sessions/{code}"), StringComparison.Ordinal);

        await CorrectAsync(keeper, code, before);
    }

    /// <summary>Opened again: who stays keeps record and certificate, who was not there loses them, who was forgotten gets them.</summary>
    private async Task CorrectAsync(TestBrowser keeper, string code, int before)
    {
        var first = await RecordsAsync(code);
        var version = (await keeper.VersionAsync(code)).ToString(CultureInfo.InvariantCulture);
        using var noReason = await keeper.PostAsync($"/sessions/{code}/reopening", new() { ["Version"] = version });
        using var reopened = await keeper.PostAsync($"/sessions/{code}/reopening", new() { ["Version"] = version, ["Reason"] = "签到表核对有误" });
        Assert.Equal(before + 2, await CoveredAsync());
        await keeper.MarkAsync(code, 1, ("骆怀安", AttendanceMarks.None), ("尹书遥", Came));
        using var closed = await keeper.CloseAsync(code);

        var now = await RecordsAsync(code);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, noReason.StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, reopened.StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, closed.StatusCode);
        Assert.Equal(["尹书遥", "沈知南"], now.Select(one => one.Name).Order(StringComparer.Ordinal));
        Assert.Equal(first.Single(one => one.Name is "沈知南").Record.Id, now.Single(one => one.Name is "沈知南").Record.Id);
        var revoked = first.Single(one => one.Name is "骆怀安").Record.Id;
        Assert.Equal("签到表核对有误", await app.WithDbAsync(db => db.Revocations.Where(one => one.RecordId == revoked).Select(one => one.Reason).SingleAsync()));
        Assert.Equal(before + 2, await CoveredAsync());
    }

    [Fact]
    public async Task A_meeting_is_closed_with_its_minutes_or_a_document()
    {
        using var keeper = await app.SignInAsync(SmallWorld.LinxiOfficer);
        var day = keeper.Today.AddDays(1);
        var code = await keeper.PlanAsync(new() { ["Title"] = "安全例会", ["Programme"] = "", ["Kind"] = "Meeting", ["Agenda"] = "学习判定标准", ["HalfDays[0].Day"] = SessionSteps.Day(day) });
        await keeper.CallAsync(code, SmallWorld.Principal);
        app.MoveTo(day, 17, 0);
        await keeper.MarkAsync(code, 1, ("沈知南", Came));

        using var without = await keeper.CloseAsync(code);
        using var file = await keeper.UploadAsync($"/sessions/{code}/files", "file", "会议记录.pdf", "%PDF-1.4\n%%EOF"u8.ToArray(), [new("kind", "Document")]);
        using var closed = await keeper.CloseAsync(code);

        Assert.Equal((HttpStatusCode.Conflict, HttpStatusCode.Redirect), (without.StatusCode, closed.StatusCode));
        Assert.Contains("会议学习要填写会议记录", WebUtility.HtmlDecode(await without.Content.ReadAsStringAsync()), StringComparison.Ordinal);
    }

    /// <param name="quiz">What both ask for.</param>
    /// <param name="fallen">Which of the two is revoked by hand in the end: 0, the session's own.</param>
    [Theory]
    [InlineData("fire-safety-final", 0)]
    [InlineData("drills-and-evacuation-final", 1)]
    public async Task Completes_every_programme_that_asks_for_the_same(string quiz, int fallen)
    {
        using var keeper = await app.SignInAsync(SmallWorld.LinxiOfficer);
        string[] programmes = [await ProgrammeAsync(keeper, $"专题轮训甲{fallen}", quiz), await ProgrammeAsync(keeper, $"专题轮训乙{fallen}", quiz)];
        var day = keeper.Today.AddDays(1);
        var code = await keeper.PlanAsync(new() { ["Title"] = "消防集中培训", ["Programme"] = programmes[0], ["HalfDays[0].Day"] = SessionSteps.Day(day) });
        await keeper.CallAsync(code, SmallWorld.Principal);
        app.MoveTo(day, 17, 0);
        await keeper.MarkAsync(code, 1, ("沈知南", Came));
        using var closed = await keeper.CloseAsync(code);

        var records = await RecordsAsync(code);
        Assert.Equal(HttpStatusCode.Redirect, closed.StatusCode);
        Assert.Equal(programmes.Order(StringComparer.Ordinal), (await SlugsAsync(records)).Order(StringComparer.Ordinal));
        Assert.All(records, one => Assert.Equal((180, day), (one.Record.CreditMinutes, one.Record.CompletionDay)));

        // Opened and closed again without a change nothing happens; who was not there loses both.
        await ReopenAsync("签到表再核对");
        using var same = await keeper.CloseAsync(code);
        Assert.Equal(records.Select(one => one.Record.Id).Order(), (await RecordsAsync(code)).Select(one => one.Record.Id).Order());
        await ReopenAsync("本人没有到场");
        await keeper.MarkAsync(code, 1, ("沈知南", AttendanceMarks.None));
        using var corrected = await keeper.CloseAsync(code);
        Assert.Empty(await RecordsAsync(code));

        // There after all; what somebody revoked by hand in one programme no closing gives back there.
        await MarkAgainAsync(Came);
        var own = await app.WithDbAsync(db => db.Programmes.Where(programme => programme.Slug == programmes[fallen]).Select(programme => programme.Id).SingleAsync());
        var revoked = Assert.Single(await RecordsAsync(code), one => one.Record.ProgrammeId == own).Record;
        using var byHand = await keeper.PostAsync($"/records/{revoked.Id}/revocation", new() { ["Reason"] = "冒名参加培训" });
        await MarkAgainAsync(AttendanceMarks.None);
        await MarkAgainAsync(Came);
        Assert.Equal(HttpStatusCode.Redirect, byHand.StatusCode);
        Assert.NotEqual(own, Assert.Single(await RecordsAsync(code)).Record.ProgrammeId);

        async Task MarkAgainAsync(AttendanceMarks marks)
        {
            await ReopenAsync("签到表再核对");
            await keeper.MarkAsync(code, 1, ("沈知南", marks));
            using var again = await keeper.CloseAsync(code);
        }

        async Task ReopenAsync(string reason)
        {
            var version = (await keeper.VersionAsync(code)).ToString(CultureInfo.InvariantCulture);
            using var reopened = await keeper.PostAsync($"/sessions/{code}/reopening", new() { ["Version"] = version, ["Reason"] = reason });
            Assert.Equal(HttpStatusCode.Redirect, reopened.StatusCode);
        }
    }

    [Fact]
    public async Task What_somebody_revoked_stays_revoked_until_somebody_takes_that_back()
    {
        using var keeper = await app.SignInAsync(SmallWorld.LinxiOfficer);
        using var neighbour = await app.SignInAsync(SmallWorld.WangchuanOfficer);
        using var visitor = app.Visitor();
        var day = keeper.Today.AddDays(1);
        var code = await keeper.PlanAsync(new() { ["Title"] = "冬季集中培训", ["HalfDays[0].Day"] = SessionSteps.Day(day) });
        await keeper.CallAsync(code, SmallWorld.Teacher, "guard-1");
        app.MoveTo(day, 17, 0);
        await keeper.MarkAsync(code, 1, ("陈若川", Came), ("石敢", Came));
        using var closed = await keeper.CloseAsync(code);
        var first = (await RecordsAsync(code)).Single(one => one.Name is "陈若川").Record;
        var path = $"/records/{first.Id}";
        using var notRevoked = await keeper.PostAsync($"{path}/restoration", new() { ["Reason"] = "没有撤销过" });
        using var revoked = await keeper.PostAsync($"{path}/revocation", new() { ["Reason"] = "冒名参加培训" });

        await AgainAsync();
        var page = await keeper.ReadAsync($"/sessions/{code}/closing");

        Assert.Equal([HttpStatusCode.Redirect, HttpStatusCode.Conflict, HttpStatusCode.Redirect], [closed.StatusCode, notRevoked.StatusCode, revoked.StatusCode]);
        Assert.Equal(["石敢"], (await RecordsAsync(code)).Select(one => one.Name));
        Assert.Contains("记录或证书已由人员撤销，不重新计入", page, StringComparison.Ordinal);

        Dictionary<string, string> reason = new() { ["Reason"] = "核对监控，确是本人" };
        using var signedOut = await visitor.PostAsync($"{path}/restoration", reason);
        using var stranger = await neighbour.PostAsync($"{path}/restoration", reason);
        using var unknown = await keeper.PostAsync($"/records/{Guid.NewGuid()}/restoration", reason);
        using var tooShort = await keeper.PostAsync($"{path}/restoration", new() { ["Reason"] = "对" });
        var restored = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => keeper.PostAsync($"{path}/restoration", reason)));
        var second = (await RecordsAsync(code)).Single(one => one.Name is "陈若川").Record;
        await AgainAsync();

        Assert.Equal([HttpStatusCode.Unauthorized, HttpStatusCode.NotFound, HttpStatusCode.NotFound, HttpStatusCode.UnprocessableEntity], [signedOut.StatusCode, stranger.StatusCode, unknown.StatusCode, tooShort.StatusCode]);
        Assert.Equal([HttpStatusCode.Redirect, HttpStatusCode.Conflict, HttpStatusCode.Conflict], restored.Select(answer => answer.StatusCode).Order());
        Assert.Equal((first.Id, "核对监控，确是本人", first.CompletionDay, first.CreditMinutes, second.HashContent()), (second.RestoresId, second.RestoreReason, second.CompletionDay, second.CreditMinutes, second.ContentHash));
        Assert.Equal(1, await app.WithDbAsync(db => db.Certificates.CountAsync(certificate => certificate.RecordId == second.Id)));
        Assert.Contains("已恢复：台账里另有一条记录接续它", await keeper.ReadAsync($"{path}/revocation"), StringComparison.Ordinal);
        Assert.Contains("接续一条已撤销的记录，原因：核对监控，确是本人", await keeper.ReadAsync($"/people/{first.PersonId}/records"), StringComparison.Ordinal);
        // And it stays when the session is closed once more.
        Assert.Equal(second.Id, (await RecordsAsync(code)).Single(one => one.Name is "陈若川").Record.Id);
        Assert.Equal(2, (await RecordsAsync(code)).Count);

        async Task AgainAsync()
        {
            using var reopened = await keeper.PostAsync($"/sessions/{code}/reopening", new() { ["Version"] = (await keeper.VersionAsync(code)).ToString(CultureInfo.InvariantCulture), ["Reason"] = "签到表核对有误" });
            using var again = await keeper.CloseAsync(code);
            Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.Redirect), (reopened.StatusCode, again.StatusCode));
        }
    }

    [Fact]
    public async Task What_is_entered_late_needs_proof_and_the_unit_above()
    {
        using var school = await app.SignInAsync(SmallWorld.SchoolAdministrator);
        var day = school.Today.AddDays(1);
        var code = await school.PlanAsync(new() { ["Title"] = "本校消防实操", ["Kind"] = "Practical", ["HalfDays[0].Day"] = SessionSteps.Day(day) }, SmallWorld.School32);
        await school.CallAsync(code, SmallWorld.Teacher);
        app.MoveTo(day.AddDays(16), 9);
        await school.SignInAsync(SmallWorld.SchoolAdministrator);
        using var bureau = await app.SignInAsync(SmallWorld.LinxiOfficer);
        await school.MarkAsync(code, 1, ("陈若川", Came));

        using var noProof = await school.CloseAsync(code);
        using var fake = await school.UploadAsync($"/sessions/{code}/files", "file", "签到表.png", "not a picture"u8.ToArray(), [new("kind", "SignInSheet")]);
        using var script = await school.UploadAsync($"/sessions/{code}/files", "file", "纪要.pdf", "<html><script>"u8.ToArray(), [new("kind", "Document")]);
        using var noSheet = await school.UploadAsync($"/sessions/{code}/attendance/sheets", "file", "签到表.png", "not a picture"u8.ToArray(), [new("part", "1")]);
        using var noHalf = await school.UploadAsync($"/sessions/{code}/attendance/sheets", "file", "签到表.png", SessionSteps.Png, [new("part", "7")]);
        using var photo = await school.UploadAsync($"/sessions/{code}/attendance/sheets", "file", "签到表.png", SessionSteps.Png, [new("part", "1")]);
        var typed = await school.ReadAsync($"/sessions/{code}/attendance?part=1");
        var page = await school.ReadAsync($"/sessions/{code}");
        var file = System.Text.RegularExpressions.Regex.Match(page, $"/sessions/{code}/files/([0-9a-f-]+)\"").Groups[1].Value;
        using var shown = await school.GetAsync($"/sessions/{code}/files/{file}");
        using var own = await school.CloseAsync(code);
        using var above = await bureau.CloseAsync(code);
        using var reopening = await school.PostAsync($"/sessions/{code}/reopening", new() { ["Version"] = "3", ["Reason"] = "再改改" });

        Assert.Equal(HttpStatusCode.Conflict, noProof.StatusCode);
        Assert.Contains("补录要先上传佐证材料", WebUtility.HtmlDecode(await noProof.Content.ReadAsStringAsync()), StringComparison.Ordinal);
        Assert.All([fake, script, noSheet, noHalf], answer => Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode));
        Assert.Equal(HttpStatusCode.Redirect, photo.StatusCode);
        Assert.Contains($"href=\"/sessions/{code}/files/{file}\"", typed, StringComparison.Ordinal);
        Assert.Contains("只收", WebUtility.HtmlDecode(await noSheet.Content.ReadAsStringAsync()), StringComparison.Ordinal);
        Assert.Equal("image/png", shown.Content.Headers.ContentType?.MediaType);
        Assert.Equal(HttpStatusCode.Conflict, own.StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, above.StatusCode);
        Assert.Equal(Evidence.SchoolSession, Assert.Single(await RecordsAsync(code)).Record.Evidence);
        // Only who may revoke records opens it again.
        Assert.Equal(HttpStatusCode.NotFound, reopening.StatusCode);
    }

    [Fact]
    public async Task A_large_one_is_entered_in_steps_that_can_be_interrupted()
    {
        using var keeper = await app.SignInAsync(SmallWorld.LinxiOfficer);
        var day = keeper.Today.AddDays(1);
        var code = await keeper.PlanAsync(new() { ["Title"] = "大会", ["Seats"] = "400", ["HalfDays[0].Day"] = SessionSteps.Day(day) });
        var (id, people) = (await app.SessionIdAsync(code), await app.AddPeopleAsync(EnterStep.Size + 10, "与会者"));
        await PresentAsync(id, people);
        app.MoveTo(day, 17, 0);

        using var closed = await keeper.CloseAsync(code);
        var begun = await app.WithDbAsync(db => db.TrainingRecords.CountAsync(record => record.SessionId == id));
        await app.InsideAsync(services => services.GetRequiredService<ContinueClosings>().RunAsync(default));
        await app.InsideAsync(services => services.GetRequiredService<ContinueClosings>().RunAsync(default));

        Assert.Equal(HttpStatusCode.Redirect, closed.StatusCode);
        Assert.InRange(begun, EnterStep.Size, EnterStep.Size + 10);
        Assert.Equal(people.Count, await app.WithDbAsync(db => db.TrainingRecords.CountAsync(record => record.SessionId == id)));
        Assert.Equal(people.Count, await app.WithDbAsync(db => db.Certificates.CountAsync(certificate => db.TrainingRecords.Any(record => record.Id == certificate.RecordId && record.SessionId == id))));
        Assert.Equal(SessionStanding.Closed, await app.WithDbAsync(db => db.TrainingSessions.Where(session => session.Id == id).Select(session => session.Standing).SingleAsync()));
    }

    private static async Task<string> ProgrammeAsync(TestBrowser officer, string name, string quiz)
    {
        using var created = await officer.PostAsync("/programmes", new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["Name"] = name,
            ["Organization"] = WorldIds.CodeOf(SmallWorld.Linxi),
            ["Quiz"] = quiz,
            ["CycleFrom"] = "2024-01-01",
            ["CycleUntil"] = "2026-12-31",
            ["CertificateTitle"] = "消防轮训证明",
            ["Hours[0].Domain"] = "None",
        });
        Assert.Equal(HttpStatusCode.Redirect, created.StatusCode);
        return created.Headers.Location!.OriginalString.Split('/')[2];
    }

    private Task<List<string>> SlugsAsync(List<(TrainingRecord Record, string Name)> records)
    {
        var ids = records.ConvertAll(one => one.Record.ProgrammeId);
        return app.WithDbAsync(db => db.Programmes.Where(programme => ids.Contains(programme.Id)).Select(programme => programme.Slug).ToListAsync());
    }

    /// <summary>A session of a morning and an afternoon tomorrow, three people called.</summary>
    private static async Task<(string Code, DateOnly Day)> TwoHalvesAsync(TestBrowser keeper)
    {
        var day = keeper.Today.AddDays(1);
        var code = await keeper.PlanAsync(new()
        {
            ["Title"] = "两个半天的培训",
            ["HalfDays[0].Day"] = SessionSteps.Day(day),
            ["HalfDays[1].Day"] = SessionSteps.Day(day),
            ["HalfDays[1].Half"] = "Morning",
            ["HalfDays[1].Begins"] = "08:30",
            ["HalfDays[1].Ends"] = "11:30",
        });
        await keeper.CallAsync(code, SmallWorld.Principal, SmallWorld.Responsible, "vice-binhe");
        return (code, day);
    }

    private Task PresentAsync(Guid sessionId, List<Guid> people) => app.InsideAsync(async services =>
    {
        var (db, ids, now) = (services.GetRequiredService<Db>(), services.GetRequiredService<Ids>(), services.GetRequiredService<DayClock>().Now);
        foreach (var person in people)
        {
            var one = new Participant { Id = ids.Next(), SessionId = sessionId, PersonId = person, CalledAt = now, CalledBy = Guid.Empty };
            var came = new Attendance { Id = ids.Next(), SessionId = sessionId, HalfDay = 1, ParticipantId = one.Id };
            came.Arrive(Guid.NewGuid(), AttendanceMeans.Code, isLate: false, now);
            db.AddRange(one, came);
        }

        await db.SaveChangesAsync();
    });

    private Task<List<(TrainingRecord Record, string Name)>> RecordsAsync(string code) => app.WithDbAsync(async db => (await (
        from record in db.TrainingRecords.AsNoTracking()
        where db.TrainingSessions.Any(session => session.Code == code && session.Id == record.SessionId) && !db.Revocations.Any(revocation => revocation.RecordId == record.Id)
        join names in db.RecordNames on record.Id equals names.RecordId
        select new { record, names.PersonName }).ToListAsync()).ConvertAll(row => (row.record, row.PersonName)));

    private Task<int> CoveredAsync() => app.WithDbAsync(db =>
        db.CoverageStandings.CountAsync(standing => standing.Kind == TrainingHub.Coverage.StandingKind.Covered && db.CoverageTargets.Any(target => target.Id == standing.TargetId && target.Year == 2026)));
}

public sealed class ClosingOnSqlite(SqliteApp app) : ClosingTests(app), IClassFixture<SqliteApp>;

public sealed class ClosingOnPostgres(PostgresApp app) : ClosingTests(app), IClassFixture<PostgresApp>;
