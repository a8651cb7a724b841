using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TrainingHub.Courses;
using TrainingHub.Quizzes;
using TrainingHub.Quizzes.Arranged;
using TrainingHub.Records;
using TrainingHub.Seeds;
using TrainingHub.Sessions;
using TrainingHub.Storage;
using TrainingHub.WebTests.Quizzes;

namespace TrainingHub.WebTests.Sessions;

/// <summary>Examining at a session on paper and on the keeper's device, and what closing the session makes of it.</summary>
public abstract class PaperTests(WebApp app)
{
    private const AttendanceMarks Came = AttendanceMarks.Arrived;

    [Fact]
    public async Task Papers_are_printed_typed_in_corrected_and_entered_once_with_the_session()
    {
        using var keeper = await app.SignInAsync(SmallWorld.LinxiOfficer);
        using var second = await app.SignInAsync(SmallWorld.CityOfficer);
        using var neighbour = await app.SignInAsync(SmallWorld.WangchuanOfficer);
        var day = keeper.Today.AddDays(1);
        var code = await keeper.PlanAsync(new() { ["Title"] = "现场考试的培训", ["Seats"] = "10", ["HalfDays[0].Day"] = SessionSteps.Day(day) });
        await keeper.CallAsync(code, SmallWorld.Principal, "guard-1", "vice-binhe", SmallWorld.Responsible, SmallWorld.Teacher);
        using var guest = await keeper.PostAsync($"/sessions/{code}/participants/guests", new() { ["GuestName"] = "商户老周", ["GuestUnit"] = "便民超市", ["GuestPhone"] = "13911113333" });
        var root = $"/sessions/{code}/papers";
        var personId = WorldIds.Of("person", SmallWorld.Principal);
        using var moreTime = await keeper.PostAsync($"/quizzes/{QuizSteps.Slug}/people/{personId}/allowances", new() { ["Id"] = Guid.NewGuid().ToString(), ["Minutes"] = "15", ["Reason"] = "手部受伤" });
        Assert.Equal(HttpStatusCode.Redirect, moreTime.StatusCode);

        using var drawn = await keeper.PostAsync(root, []);
        var minutes = await app.WithDbAsync(db => (from paper in db.SessionPapers join one in db.Participants on paper.ParticipantId equals one.Id join session in db.TrainingSessions on paper.SessionId equals session.Id where session.Code == code select new { one.PersonId, paper.Minutes }).ToListAsync());
        Assert.Equal(15, minutes.Single(one => one.PersonId == personId).Minutes - minutes.First(one => one.PersonId != personId).Minutes);
        using var again = await keeper.PostAsync(root, []);
        var printed = await keeper.ReadAsync($"{root}/printout");
        var papers = await app.PapersAsync(code);
        var (principal, guard, failing, visitor) = (papers["沈知南"], papers["石敢"], papers["尹书遥"], papers["商户老周"]);

        Assert.Equal(HttpStatusCode.Redirect, drawn.StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, again.StatusCode);
        Assert.Equal(6, Regex.Count(printed, "class=\"quiz ses-paper\""));
        Assert.All(papers.Values, paper => Assert.Contains($"试卷编号：{code}-{paper.Number:000}", printed, StringComparison.Ordinal));
        Assert.DoesNotContain(" checked", printed, StringComparison.Ordinal);
        // What stands on the paper is kept from the person's practice until the session is closed.
        Assert.Equal(principal.Key.Count, await OpenItemsAsync());

        // Letters in one line; what is wrong is named by number.
        var letters = string.Join(' ', guard.Key.Values);
        using var short1 = await keeper.PostAsync($"{root}/{guard.Number}/letters", PaperSteps.Fields(0, ("Letters", string.Join(' ', guard.Key.Values.SkipLast(1)))));
        using var wrong = await keeper.PostAsync($"{root}/{guard.Number}/letters", PaperSteps.Fields(0, ("Letters", "Z" + letters[1..])));
        using var typed = await keeper.PostAsync($"{root}/{guard.Number}/letters", PaperSteps.Fields(0, ("Letters", letters.ToLowerInvariant())));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, short1.StatusCode);
        Assert.Contains($"从第{guard.Key.Count}题起没有答案", await TextAsync(short1), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        Assert.Contains("第1题（共", await TextAsync(wrong), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, typed.StatusCode);

        // Two keepers type the same paper: the second is told. Mended with a reason, the old one is kept.
        var half = principal.Key.ToDictionary(one => one.Key, one => one.Key > 2 ? one.Value : "");
        var both = await Task.WhenAll(new[] { keeper, second }.Select(one => one.PostAsync($"{root}/{principal.Number}", PaperSteps.Answers(0, half))));
        using var noReason = await second.PostAsync($"{root}/{principal.Number}", PaperSteps.Answers(1, principal.Key));
        using var stale = await second.PostAsync($"{root}/{principal.Number}", PaperSteps.Answers(0, principal.Key, "漏录两题"));
        using var mended = await second.PostAsync($"{root}/{principal.Number}", PaperSteps.Answers(1, principal.Key, "漏录两题"));
        var history = await keeper.ReadAsync($"{root}/{principal.Number}");
        Assert.Equal([HttpStatusCode.Redirect, HttpStatusCode.Conflict], both.Select(answer => answer.StatusCode).Order());
        Assert.Equal(HttpStatusCode.UnprocessableEntity, noReason.StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, stale.StatusCode);
        Assert.Contains("别人已经录入了这份试卷", await TextAsync(stale), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, mended.StatusCode);
        Assert.Contains("更正原因：漏录两题", history, StringComparison.Ordinal);
        Assert.All([history, await keeper.ReadAsync(root)], page => Assert.DoesNotContain("满分", page, StringComparison.Ordinal));

        using var failed = await keeper.PostAsync($"{root}/{failing.Number}/letters", PaperSteps.Fields(0, ("Letters", string.Join(' ', failing.Key.Values.Select(_ => "-")))));
        Assert.Equal(HttpStatusCode.Redirect, failed.StatusCode);
        var absent = papers["骆怀安"];
        using var passed = await keeper.PostAsync($"{root}/{absent.Number}", PaperSteps.Answers(0, absent.Key));
        Assert.Equal(HttpStatusCode.Redirect, passed.StatusCode);

        // On the keeper's device: nobody else is named, and it is handed in once.
        var sitting = await keeper.ReadAsync($"{root}/{visitor.Number}/sitting");
        using var handedIn = await keeper.PostAsync($"{root}/{visitor.Number}/sitting", PaperSteps.Answers(0, visitor.Key));
        using var twice = await keeper.PostAsync($"{root}/{visitor.Number}/sitting", PaperSteps.Answers(0, half));
        var done = await keeper.ReadAsync($"{root}/{visitor.Number}/sitting");
        Assert.Contains("商户老周", sitting, StringComparison.Ordinal);
        Assert.All(["沈知南", "石敢", "尹书遥", "方亦真", "href=\"/sessions\""], word => Assert.DoesNotContain(word, sitting, StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.Redirect, handedIn.StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, twice.StatusCode);
        Assert.Contains("把设备交还会务人员", done, StringComparison.Ordinal);

        await EnterAsync(keeper, second, neighbour, code, day, papers);
        await CorrectAsync(keeper, code, papers);
    }

    private async Task EnterAsync(TestBrowser keeper, TestBrowser city, TestBrowser neighbour, string code, DateOnly day, Dictionary<string, DrawnPaper> papers)
    {
        var root = $"/sessions/{code}/papers";
        using var early = await city.GetAsync($"{root}/keys");
        app.MoveTo(day, 17, 0);
        await keeper.MarkAsync(code, 1, ("沈知南", Came), ("石敢", Came), ("尹书遥", Came), ("商户老周", Came), ("陈若川", Came));
        var preview = await keeper.ReadAsync($"/sessions/{code}/closing");
        await AbsentAsync(keeper, code, papers["陈若川"]);
        using var closed = await keeper.CloseAsync(code);
        var after = await keeper.ReadAsync($"/sessions/{code}/closing");

        Assert.Equal(HttpStatusCode.NotFound, early.StatusCode);
        // Before closing nobody learns from a typed sheet what is right.
        Assert.Contains("已考试，结束时评定", preview, StringComparison.Ordinal);
        Assert.All(["考试未合格", "考试合格"], word => Assert.DoesNotContain(word, preview, StringComparison.Ordinal));
        Assert.Contains("考试未合格", after, StringComparison.Ordinal);
        Assert.Contains("志愿者：考试合格", after, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, closed.StatusCode);
        var principal = Assert.Single(await RecordsAsync(SmallWorld.Principal));
        var paper = papers["沈知南"];
        Assert.Equal((Evidence.BureauSession, (Guid?)paper.Id, day, (int?)paper.Full, 180), (principal.Evidence, principal.AttemptId, principal.CompletionDay, principal.Points, principal.CreditMinutes));
        Assert.Equal(principal.HashContent(), principal.ContentHash);
        Assert.Single(await RecordsAsync("guard-1"));
        Assert.Empty(await RecordsAsync("vice-binhe"));
        Assert.Empty(await RecordsAsync(SmallWorld.Teacher));
        Assert.False(await app.WithDbAsync(db => db.Attempts.AnyAsync(one => one.Id == papers["陈若川"].Id)));
        // Not ticked in the hall, but passed on paper: by the paper alone.
        var alone = Assert.Single(await RecordsAsync(SmallWorld.Responsible));
        Assert.Equal((Evidence.BureauSession, (Guid?)papers["骆怀安"].Id, null), (alone.Evidence, alone.AttemptId, alone.SessionId));

        var attempt = await app.AttemptAsync(SmallWorld.Principal, slug: QuizSteps.Slug);
        var log = await app.WithDbAsync(db => db.AnswerEntries.AsNoTracking().Where(entry => entry.AttemptId == paper.Id).ToListAsync());
        Assert.Equal((paper.Id, (bool?)true, (int?)paper.Full, AnswerChain.HeadOf(paper.Id, log)), (attempt.Id, attempt.Passed, attempt.Points, attempt.LogHash));
        Assert.Equal([1, 2], log.Select(entry => entry.Version).Distinct().Order());
        Assert.False((await app.AttemptAsync("vice-binhe")).Passed);
        Assert.Contains("由会务人员录入", await keeper.ReadAsync($"/quizzes/{QuizSteps.Slug}/attempts/{paper.Id}/timeline"), StringComparison.Ordinal);
        Assert.Equal(0, await OpenItemsAsync());

        // Certificates on paper: of the contractor's guard, and of the guest, who names the unit, has no record and counts nowhere.
        var (guard, guest) = (await SerialAsync(WorldIds.Of("person", "guard-1")), await SerialAsync(papers["商户老周"].Holder));
        Assert.Contains("-03-", guest.Serial, StringComparison.Ordinal);
        foreach (var serial in new[] { guard.Serial, guest.Serial })
        {
            var path = $"/certificates/{Uri.EscapeDataString(serial)}";
            using var pdf = await keeper.GetAsync($"{path}.pdf");
            using var stranger = await neighbour.GetAsync($"{path}.pdf");
            Assert.Equal("application/pdf", pdf.Content.Headers.ContentType?.MediaType);
            Assert.Equal(HttpStatusCode.NotFound, stranger.StatusCode);
        }

        using var anybody = app.Visitor();
        var verified = await anybody.ReadAsync($"/verify/{guest.Code}");
        Assert.Contains("临溪区教育局", verified, StringComparison.Ordinal);
        Assert.Contains("志愿者", verified, StringComparison.Ordinal);
        var list = await keeper.ReadAsync(root);
        Assert.Contains(guest.Serial, list, StringComparison.Ordinal);
        Assert.Contains(guard.Serial, list, StringComparison.Ordinal);
        Assert.Equal((0, 0), await app.WithDbAsync(async db => (await db.TrainingRecords.CountAsync(record => record.PersonId == papers["商户老周"].Holder), await db.CoverageStandings.CountAsync(standing => standing.PersonId == papers["商户老周"].Holder))));

        // Keys only now, and only for who answers for the quiz.
        using var keys = await city.GetAsync($"{root}/keys");
        using var notHis = await keeper.GetAsync($"{root}/keys");
        using var late = await keeper.PostAsync($"{root}/{paper.Number}", PaperSteps.Answers(2, paper.Key, "再改"));
        Assert.Equal(HttpStatusCode.OK, keys.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, notHis.StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);

        // With a paper of a later session in hand nobody reads keys, not even who answers for the quiz.
        var later = await city.PlanAsync(new() { ["Title"] = "下一期", ["HalfDays[0].Day"] = SessionSteps.Day(day.AddDays(1)) }, SmallWorld.City);
        await city.CallAsync(later, SmallWorld.CityOfficer);
        using var own = await city.PostAsync($"/sessions/{later}/papers", []);
        using var keysNow = await city.GetAsync($"{root}/keys");
        using var regradesNow = await city.GetAsync($"/quizzes/{QuizSteps.Slug}/regrades");
        Assert.Equal([HttpStatusCode.Redirect, HttpStatusCode.NotFound, HttpStatusCode.NotFound], [own.StatusCode, keysNow.StatusCode, regradesNow.StatusCode]);
    }

    /// <summary>A paper of somebody who was there is typed in, or entered as not sat with a reason; before that nothing is closed.</summary>
    private static async Task AbsentAsync(TestBrowser keeper, string code, DrawnPaper paper)
    {
        var page = await keeper.ReadAsync($"/sessions/{code}/closing");
        using var tooEarly = await keeper.CloseAsync(code);
        using var noReason = await keeper.PostAsync($"/sessions/{code}/papers/{paper.Number}", PaperSteps.Fields(0, ("Absent", "true")));
        using var entered = await keeper.PostAsync($"/sessions/{code}/papers/{paper.Number}", PaperSteps.Fields(0, ("Absent", "true"), ("Reason", "中途离场")));

        Assert.Contains("有1份试卷还没有录入", page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Conflict, tooEarly.StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, noReason.StatusCode);
        Assert.Contains("填写缺考原因", await TextAsync(noReason), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, entered.StatusCode);
        Assert.Contains("缺考原因：中途离场", await keeper.ReadAsync($"/sessions/{code}/papers/{paper.Number}"), StringComparison.Ordinal);
    }

    /// <summary>Opened again: the guest was not there after all, the others keep what they have, and nothing is entered twice.</summary>
    private async Task CorrectAsync(TestBrowser keeper, string code, Dictionary<string, DrawnPaper> papers)
    {
        var before = Assert.Single(await RecordsAsync(SmallWorld.Principal));
        var guest = await SerialAsync(papers["商户老周"].Holder);
        var version = (await keeper.VersionAsync(code)).ToString(CultureInfo.InvariantCulture);
        using var reopened = await keeper.PostAsync($"/sessions/{code}/reopening", new() { ["Version"] = version, ["Reason"] = "签到表核对有误" });
        using var entered = await keeper.PostAsync($"/sessions/{code}/papers/{papers["沈知南"].Number}", PaperSteps.Answers(2, papers["沈知南"].Key, "再改"));
        await keeper.MarkAsync(code, 1, ("商户老周", AttendanceMarks.None), ("石敢", AttendanceMarks.None), ("骆怀安", Came));
        using var closed = await keeper.CloseAsync(code);
        using var anybody = app.Visitor();

        Assert.Equal(HttpStatusCode.Redirect, reopened.StatusCode);
        Assert.Contains("已在结束培训时计入", await TextAsync(entered), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, closed.StatusCode);
        Assert.Equal(before.Id, Assert.Single(await RecordsAsync(SmallWorld.Principal)).Id);
        Assert.Empty(await RecordsAsync("guard-1"));
        // Was there after all: still one record and one certificate.
        Assert.Single(await RecordsAsync(SmallWorld.Responsible));
        Assert.Contains("已撤销", await anybody.ReadAsync($"/verify/{guest.Code}"), StringComparison.Ordinal);
        Assert.Equal(1, await app.WithDbAsync(db => db.Attempts.CountAsync(attempt => attempt.Id == papers["石敢"].Id)));
    }

    [Fact]
    public async Task Who_may_not_sit_gets_no_paper_and_bad_input_is_named()
    {
        using var keeper = await app.SignInAsync(SmallWorld.LinxiOfficer);
        using var other = await app.SignInAsync(SmallWorld.CityOfficer);
        var slug = await keeper.ArrangeAsync(fields: new() { ["Answers"] = "AfterWindow", ["Explanations"] = "AfterWindow" });
        var code = await keeper.PlanAsync(new() { ["Title"] = "测后考试", ["Seats"] = "10", ["HalfDays[0].Day"] = SessionSteps.Day(keeper.Today.AddDays(1)), ["PostQuiz"] = slug, ["Programme"] = "" });
        var plain = await keeper.PlanAsync(new() { ["Title"] = "没有考试", ["Programme"] = "", ["HalfDays[0].Day"] = SessionSteps.Day(keeper.Today.AddDays(1)) });
        await keeper.CallAsync(code, SmallWorld.LinxiOfficer, SmallWorld.Responsible);
        var root = $"/sessions/{code}/papers";
        var responsible = await RowAsync(code, SmallWorld.Responsible);

        using var nonsense = await keeper.PostAsync(root, new() { ["people"] = "abc" });
        using var nobody = await keeper.PostAsync(root, new() { ["people"] = Guid.NewGuid().ToString() });
        using var one = await keeper.PostAsync(root, new() { ["people"] = responsible.ToString(), ["then"] = "sitting" });
        using var rest = await keeper.PostAsync(root, []);
        var papers = await app.PapersAsync(code);
        var (own, paper) = (papers["方亦真"], papers["骆怀安"]);
        var list = await keeper.ReadAsync(root);
        using var ownPaper = await keeper.GetAsync($"{root}/{own.Number}");
        using var othersOwn = await other.GetAsync($"{root}/{own.Number}");
        using var unknown = await keeper.GetAsync($"{root}?number=99");
        using var found = await keeper.GetAsync($"{root}?number={paper.Number}");
        using var badVersion = await keeper.PostAsync($"{root}/{paper.Number}", new() { ["Version"] = "-4" });
        using var badAnswer = await keeper.PostAsync($"{root}/{paper.Number}", new() { ["Version"] = "0", ["choice-1"] = "Q" });
        using var badSitting = await keeper.PostAsync($"{root}/{paper.Number}/sitting", new() { ["choice-2"] = "Q" });
        using var noLetters = await keeper.PostAsync($"{root}/{paper.Number}/letters", PaperSteps.Fields(0, ("Letters", "")));
        using var noPicture = await keeper.GetAsync($"{root}/{paper.Number}/pictures/{new string('0', 64)}");
        using var removed = await keeper.PostAsync($"/sessions/{code}/participants/{responsible}/removal", []);
        using var noQuiz = await keeper.PostAsync($"/sessions/{plain}/papers", []);
        var english = await EnglishAsync(keeper, root);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, nonsense.StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, nobody.StatusCode);
        Assert.Equal($"{root}/{paper.Number}/sitting", one.Headers.Location?.OriginalString);
        Assert.Equal(HttpStatusCode.Redirect, rest.StatusCode);
        Assert.Contains("你本人的由其他会务人员办理", list, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, ownPaper.StatusCode);
        Assert.Equal(HttpStatusCode.OK, othersOwn.StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, unknown.StatusCode);
        Assert.Equal($"{root}/{paper.Number}", found.Headers.Location?.OriginalString);
        Assert.All([badVersion, badAnswer, badSitting, noLetters], answer => Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode));
        Assert.Contains("第1题的答案无法识别", await TextAsync(badAnswer), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, noPicture.StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, removed.StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, noQuiz.StatusCode);
        Assert.Contains("Examination and certificates", english, StringComparison.Ordinal);

        // One attempt: neither at another session nor online beside the paper.
        var twin = await keeper.PlanAsync(new() { ["Title"] = "另一期", ["HalfDays[0].Day"] = SessionSteps.Day(keeper.Today.AddDays(2)), ["PostQuiz"] = slug, ["Programme"] = "" });
        await keeper.CallAsync(twin, SmallWorld.Responsible);
        using var twice = await keeper.PostAsync($"/sessions/{twin}/papers", []);
        using var holder = await app.SignInAsync(SmallWorld.Responsible);
        using var online = await holder.PostAsync($"/quizzes/{slug}/attempts", []);
        Assert.Equal(HttpStatusCode.Conflict, twice.StatusCode);
        Assert.False(await app.WithDbAsync(db => db.Attempts.AnyAsync(attempt => attempt.QuizSlug == slug)));

        // After the window nobody gets another one.
        await keeper.CallAsync(code, "vice-binhe");
        app.Clock.Move(TimeSpan.FromHours(3));
        using var after = await keeper.PostAsync(root, []);
        Assert.Equal(HttpStatusCode.Conflict, after.StatusCode);
        Assert.Contains("现在不能出卷", await TextAsync(after), StringComparison.Ordinal);
        // The window is over, but papers are still to be sat.
        Assert.False((await app.InsideAsync(services => services.GetRequiredService<QuizReleases>().OfAsync(slug, default))).Answers);
    }

    private Task<int> OpenItemsAsync() => app.InsideAsync(async services =>
        (await services.GetRequiredService<CourseReads>().OpenItemsAsync(services.GetRequiredService<Db>(), WorldIds.Of("person", SmallWorld.Principal), default)).Count);

    private Task<Guid> RowAsync(string code, string personKey) => app.WithDbAsync(db => db.Participants
        .Where(one => one.PersonId == WorldIds.Of("person", personKey) && db.TrainingSessions.Any(session => session.Id == one.SessionId && session.Code == code)).Select(one => one.Id).SingleAsync());

    private Task<List<TrainingRecord>> RecordsAsync(string personKey) => app.WithDbAsync(db => db.TrainingRecords.AsNoTracking()
        .Where(record => record.PersonId == WorldIds.Of("person", personKey) && !db.Revocations.Any(revocation => revocation.RecordId == record.Id)).ToListAsync());

    private Task<(string Serial, string Code)> SerialAsync(Guid holder) => app.WithDbAsync(async db =>
    {
        var certificate = await db.Certificates.AsNoTracking().SingleAsync(one => one.PersonId == holder);
        return (certificate.Serial, certificate.Code);
    });

    private static async Task<string> EnglishAsync(TestBrowser keeper, string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(path, UriKind.Relative));
        request.Headers.AcceptLanguage.ParseAdd("en");
        using var answer = await keeper.Http.SendAsync(request);
        return await answer.Content.ReadAsStringAsync();
    }

    private static async Task<string> TextAsync(HttpResponseMessage answer) => WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
}

public sealed class PaperOnSqlite(SqliteApp app) : PaperTests(app), IClassFixture<SqliteApp>;

public sealed class PaperOnPostgres(PostgresApp app) : PaperTests(app), IClassFixture<PostgresApp>;
