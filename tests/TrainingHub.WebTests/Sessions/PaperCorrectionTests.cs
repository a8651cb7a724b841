using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TrainingHub.Certificates;
using TrainingHub.Quizzes;
using TrainingHub.Quizzes.Regrades;
using TrainingHub.Records;
using TrainingHub.Seeds;
using TrainingHub.Sessions;
using TrainingHub.Sessions.Papers;
using TrainingHub.WebTests.Completions;
using TrainingHub.WebTests.Quizzes;

namespace TrainingHub.WebTests.Sessions;

/// <summary>A paper that was typed in wrongly is corrected after its session was closed; record and certificate follow, and nothing is overwritten.</summary>
public abstract class PaperCorrectionTests(WebApp app)
{
    private const AttendanceMarks Came = AttendanceMarks.Arrived;
    private const string Principal = "沈知南";

    [Fact]
    public async Task A_corrected_paper_takes_record_attempt_and_certificate_with_it()
    {
        using var keeper = await app.SignInAsync(SmallWorld.LinxiOfficer);
        using var city = await app.SignInAsync(SmallWorld.CityOfficer);
        using var anybody = app.Visitor();
        var (code, people, papers) = await ClosedAsync(keeper, Principal);
        var root = $"/sessions/{code}/papers";
        var (failed, passed, fewer, absent, regraded, guest) = (papers[Principal], papers["乙"], papers["丙"], papers["丁"], papers["戊"], papers["志愿者小林"]);
        var entered = await Task.WhenAll(people.Select(RecordsAsync));
        Assert.Equal([0, 1, 1, 0, 0], entered.Select(records => records.Count));

        // Failed by a typing error: looking changes nothing and is written down.
        var page = await keeper.ReadAsync($"{root}/{failed.Number}");
        var look = await ReadPostAsync(keeper, $"{root}/{failed.Number}/correction", PaperSteps.Answers(1, failed.Key, "第1至40题录入有误"));
        Assert.Contains("核对更正", page, StringComparison.Ordinal);
        Assert.Contains($"{failed.Full}分（满分{failed.Full}分），合格", look, StringComparison.Ordinal);
        Assert.Contains("计入培训记录并发证：", look, StringComparison.Ordinal);
        Assert.Empty(await RecordsAsync(people[0]));
        Assert.Contains("核对答卷更正", await keeper.ReadAsync($"/sessions/{code}"), StringComparison.Ordinal);
        // Two keepers: the second is told.
        var both = await Task.WhenAll(new[] { keeper, city }.Select(one => one.PostAsync($"{root}/{failed.Number}/correction/application", PaperSteps.Answers(1, failed.Key, "录入有误"))));
        Assert.Equal([HttpStatusCode.Redirect, HttpStatusCode.Conflict], both.Select(answer => answer.StatusCode).Order());
        var record = Assert.Single(await RecordsAsync(people[0]));
        Assert.Equal((failed.Id, (int?)failed.Full, Evidence.BureauSession, record.HashContent()), (record.AttemptId, record.Points, record.Evidence, record.ContentHash));
        Assert.Equal((true, (int?)failed.Full), await StandingAsync(failed));
        Assert.Contains("更正原因：录入有误", await keeper.ReadAsync($"{root}/{failed.Number}"), StringComparison.Ordinal);
        var timeline = await city.ReadAsync($"/quizzes/{QuizSteps.Slug}/attempts/{failed.Id}/timeline");
        Assert.Contains("会务人员更正了录入的答卷", timeline, StringComparison.Ordinal);
        Assert.Contains("作答记录与交卷或更正时一致", timeline, StringComparison.Ordinal);

        // Passed by a typing error: revoked with that reason.
        var revoking = await ReadPostAsync(keeper, $"{root}/{passed.Number}/correction", PaperSteps.Fields(1, ("Reason", "录成了别人的答卷"), ("Letters", Blank(passed))));
        await CorrectAsync(keeper, $"{root}/{passed.Number}", PaperSteps.Fields(1, ("Reason", "录成了别人的答卷"), ("Letters", Blank(passed))));
        Assert.Contains("撤销培训记录和证书：", revoking, StringComparison.Ordinal);
        Assert.Empty(await RecordsAsync(people[1]));
        Assert.Equal(["录成了别人的答卷"], await ReasonsAsync(people[1]));
        Assert.Equal((false, (int?)0), await StandingAsync(passed));
        // An award of a contest is none of this session's.
        await app.WithDbAsync(async db =>
        {
            var award = Guid.CreateVersion7();
            var issued = await db.Certificates.AsNoTracking().FirstAsync(one => one.PersonId == people[1]);
            db.Certificates.Add(new Certificate
            {
                Id = award,
                Serial = "JX-1",
                Code = "AWARDAWARDAWARD1",
                RecordId = award,
                PersonId = people[1],
                ProgrammeId = issued.ProgrammeId,
                Title = "获奖证书",
                ProgrammeName = "知识竞赛",
                IssuerId = issued.IssuerId,
                IssuerName = issued.IssuerName,
                CompletionDay = issued.CompletionDay,
                IssuedOn = issued.IssuedOn,
                CreditMinutes = 0,
                RecordedAt = issued.RecordedAt,
            });
            return await db.SaveChangesAsync();
        });
        Assert.Contains("证书已撤销", await keeper.ReadAsync(root), StringComparison.Ordinal);

        // Still passed, with fewer points: the certificate says what the paper says.
        var before = Assert.Single(await RecordsAsync(people[2]));
        await CorrectAsync(keeper, $"{root}/{fewer.Number}", PaperSteps.Answers(1, fewer.Without(1), "第1题没有作答"));
        var after = Assert.Single(await RecordsAsync(people[2]));
        var points = (await StandingAsync(fewer)).Points;
        Assert.True(points < fewer.Full);
        Assert.Equal((null, points, before.SessionId, before.CreditMinutes), (after.AttemptId, after.Points, after.SessionId, after.CreditMinutes));
        Assert.Equal(points, await app.WithDbAsync(db => db.Certificates.Where(one => one.RecordId == after.Id).Select(one => one.Points).SingleAsync()));
        // Away and back again: one record in force, of the same completion day.
        await CorrectAsync(keeper, $"{root}/{fewer.Number}", PaperSteps.Answers(2, fewer.Without(fewer.Key.Count), "试一次"));
        await CorrectAsync(keeper, $"{root}/{fewer.Number}", PaperSteps.Answers(3, fewer.Key, "改回"));
        Assert.Equal((fewer.Full, before.CompletionDay), (Assert.Single(await RecordsAsync(people[2])).Points, (await RecordsAsync(people[2]))[0].CompletionDay));
        Assert.Equal(2, (await ReasonsAsync(people[2])).Count);

        // Entered as not sat: it was.
        await CorrectAsync(keeper, $"{root}/{absent.Number}", PaperSteps.Answers(1, absent.Key, "试卷夹在签到表里"));
        Assert.Single(await RecordsAsync(people[3]));
        Assert.Equal((true, (int?)absent.Full), await StandingAsync(absent));

        await GuestAsync(keeper, anybody, root, guest);
        // Corrected to passed and back to one question too few: what that revoked, a corrected key enters anew.
        var justBelow = await JustBelowAsync(regraded);
        await CorrectAsync(keeper, $"{root}/{regraded.Number}", PaperSteps.Answers(1, regraded.Key, "录入有误"));
        Assert.Single(await RecordsAsync(people[4]));
        await CorrectAsync(keeper, $"{root}/{regraded.Number}", PaperSteps.Answers(2, justBelow, "原来没有录错"));
        Assert.Empty(await RecordsAsync(people[4]));
        await RegradeAsync(city, people[4], regraded);
        await HoldsAsync(keeper, code, people);
        Assert.Equal(2, (await SerialsAsync(guest)).Count);
    }

    [Fact]
    public async Task Bad_corrections_are_refused_and_nobody_finds_the_key_by_trying()
    {
        using var keeper = await app.SignInAsync(SmallWorld.LinxiOfficer);
        using var neighbour = await app.SignInAsync(SmallWorld.WangchuanOfficer);
        using var teacher = await app.SignInAsync(SmallWorld.Teacher);
        using var visitor = app.Visitor();
        var (code, people, papers) = await ClosedAsync(keeper, "甲");
        var paper = papers["乙"];
        var path = $"/sessions/{code}/papers/{paper.Number}/correction";
        var wish = PaperSteps.Answers(1, paper.Without(1), "录入有误");

        foreach (var target in new[] { path, $"{path}/application" })
        {
            Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(visitor, target, wish));
            Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(neighbour, target, wish));
            Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(teacher, target, wish));
            Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(keeper, target.Replace($"/{paper.Number}/", "/99/", StringComparison.Ordinal), wish));
            Assert.Equal(HttpStatusCode.UnprocessableEntity, await StatusAsync(keeper, target, PaperSteps.Answers(1, paper.Without(1))));
            Assert.Equal(HttpStatusCode.UnprocessableEntity, await StatusAsync(keeper, target, PaperSteps.Answers(1, paper.Key, "没有变化")));
            Assert.Equal(HttpStatusCode.UnprocessableEntity, await StatusAsync(keeper, target, PaperSteps.Fields(1, ("Reason", "字母太少"), ("Letters", ""))));
            Assert.Equal(HttpStatusCode.UnprocessableEntity, await StatusAsync(keeper, target, PaperSteps.Fields(1, ("Reason", "没有这个选项"), ("choice-1", "Q"))));
            Assert.Equal(HttpStatusCode.UnprocessableEntity, await StatusAsync(keeper, target, PaperSteps.Fields(-4, ("Reason", "版本不对"))));
            Assert.Equal(HttpStatusCode.Conflict, await StatusAsync(keeper, target, PaperSteps.Answers(0, paper.Without(1), "版本不对")));
        }

        for (var time = 0; time < CorrectPaper.MostLooks; time++)
        {
            Assert.Equal(HttpStatusCode.OK, await StatusAsync(keeper, path, PaperSteps.Answers(1, paper.Without(time + 1), "再看一次")));
        }

        // Correcting tells as much.
        Assert.Equal(HttpStatusCode.Conflict, await StatusAsync(keeper, path, wish));
        Assert.Equal(HttpStatusCode.Conflict, await StatusAsync(keeper, $"{path}/application", wish));
        // What an officer revoked by hand does not come back by correcting the paper to failed and back again.
        var (other, records) = (papers["丙"], await RecordsAsync(people[2]));
        var root = $"/sessions/{code}/papers/{other.Number}";
        await RevokeAsync(Assert.Single(records).Id);
        await CorrectAsync(keeper, root, PaperSteps.Answers(1, other.Without(other.Key.Count), "录成空白"));
        await CorrectAsync(keeper, root, PaperSteps.Answers(2, other.Key, "改回"));
        Assert.Empty(await RecordsAsync(people[2]));
        for (var time = 2; time < CorrectPaper.MostLooks; time++)
        {
            Assert.Equal(HttpStatusCode.OK, await StatusAsync(keeper, $"{root}/correction", PaperSteps.Answers(3, other.Without(time), "再看一次")));
        }

        Assert.Equal(HttpStatusCode.Conflict, await StatusAsync(keeper, $"{root}/correction", PaperSteps.Answers(3, other.Without(1), "再看一次")));
        // Who has to sit the same questions corrects nobody's paper.
        var own = await keeper.PlanAsync(new() { ["Title"] = "下一期", ["HalfDays[0].Day"] = SessionSteps.Day(keeper.Today.AddDays(1)) });
        await keeper.CallAsync(own, SmallWorld.LinxiOfficer);
        using var drawn = await keeper.PostAsync($"/sessions/{own}/papers", []);
        using var answering = await keeper.PostAsync($"{path}/application", wish);
        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.Conflict), (drawn.StatusCode, answering.StatusCode));
        Assert.Contains("由其他会务人员更正", WebUtility.HtmlDecode(await answering.Content.ReadAsStringAsync()), StringComparison.Ordinal);
        Assert.Equal(1, await app.WithDbAsync(db => db.PaperSheets.CountAsync(sheet => sheet.PaperId == paper.Id)));
        using var ended = await keeper.PostAsync($"/sessions/{own}/cancellation", new() { ["Version"] = (await keeper.VersionAsync(own)).ToString(CultureInfo.InvariantCulture), ["Reason"] = "改期" });
        Assert.Equal(HttpStatusCode.Redirect, ended.StatusCode);
    }

    [Fact]
    public async Task A_quiz_whose_written_answers_two_people_mark_says_why_it_is_not_sat_on_paper()
    {
        await AllKinds.PublishAsync(app);
        using var keeper = await app.SignInAsync(SmallWorld.LinxiOfficer);
        var slug = await keeper.ArrangeAsync(fields: new() { ["Courses"] = AllKinds.Course, ["Sections[0].Kind"] = "Written", ["Sections[0].Count"] = "1" });
        using var rule = await keeper.PostAsync($"/quizzes/{slug}/marking", [new("IsDouble", "true"), new("MostApart", "1")]);
        var code = await keeper.PlanAsync(new() { ["Title"] = "有简答题", ["HalfDays[0].Day"] = SessionSteps.Day(keeper.Today.AddDays(1)), ["PostQuiz"] = slug, ["Programme"] = "" });
        await keeper.CallAsync(code, SmallWorld.Responsible);

        var page = await keeper.ReadAsync($"/sessions/{code}/papers");
        using var drawn = await keeper.PostAsync($"/sessions/{code}/papers", []);

        Assert.Equal(HttpStatusCode.Redirect, rule.StatusCode);
        Assert.Contains("这个测验的简答题由两人分别评阅", page, StringComparison.Ordinal);
        Assert.DoesNotContain("人出卷", page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Conflict, drawn.StatusCode);
        Assert.False(await app.WithDbAsync(db => db.SessionPapers.AnyAsync(paper => db.TrainingSessions.Any(session => session.Id == paper.SessionId && session.Code == code))));
    }

    /// <summary>Printed, typed in with what a marker gave, answered on the device and marked afterwards, corrected after closing.</summary>
    [Theory]
    [InlineData("Written")]
    [InlineData("Multiple TrueFalse FillIn Ordering Matching Hotspot Judgement Written")]
    public async Task Papers_are_sat_with_questions_of_these_kinds_and_written_answers_bring_their_marks(string kinds)
    {
        await AllKinds.PublishAsync(app);
        using var keeper = await app.SignInAsync(SmallWorld.LinxiOfficer);
        var fields = new Dictionary<string, string>(StringComparer.Ordinal) { ["Courses"] = AllKinds.Course, ["PassPercent"] = "100" };
        foreach (var (at, kind) in kinds.Split(' ').Index())
        {
            (fields[$"Sections[{at}].Kind"], fields[$"Sections[{at}].Count"], fields[$"Sections[{at}].Points"]) = (kind, "1", "4");
        }

        var (slug, day) = (await keeper.ArrangeAsync(fields: fields), keeper.Today.AddDays(1));
        var code = await keeper.PlanAsync(new() { ["Title"] = "各种题型的考试", ["HalfDays[0].Day"] = SessionSteps.Day(day), ["PostQuiz"] = slug, ["Programme"] = "" });
        await keeper.CallAsync(code, SmallWorld.Responsible, "guard-1");
        var root = $"/sessions/{code}/papers";
        using var drawn = await keeper.PostAsync(root, []);
        var papers = await app.PapersAsync(code);
        var (typed, sat) = (papers["骆怀安"], papers["石敢"]);
        var (onPaper, onDevice) = (await FieldsOfAsync(typed), await FieldsOfAsync(sat));
        var written = await WrittenAsync(typed);
        var (list, printed, early) = (await keeper.ReadAsync(root), await keeper.ReadAsync($"{root}/printout"), await keeper.ReadAsync($"{root}/{typed.Number}"));
        using var tooEarly = await keeper.PostAsync($"{root}/{typed.Number}", [.. onPaper, .. Given(written, "王老师", "1", "3")]);
        // On the device at any time: nobody reads a rubric there.
        using var handedIn = await keeper.PostAsync($"{root}/{sat.Number}/sitting", onDevice);

        Assert.Equal(HttpStatusCode.Redirect, drawn.StatusCode);
        Assert.Contains("简答题由评阅人按评分要点评分", list, StringComparison.Ordinal);
        Assert.Contains($"第{written}题得分：______（满分4分）", printed, StringComparison.Ordinal);
        Assert.All([list, printed, early], page => Assert.DoesNotContain(AllKinds.Canary, page, StringComparison.Ordinal));
        Assert.Contains("评分要点在培训最后一个半天开始后显示", early, StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.Redirect), (tooEarly.StatusCode, handedIn.StatusCode));
        Assert.Contains("简答题待评分", await keeper.ReadAsync(root), StringComparison.Ordinal);

        app.MoveTo(day, 17, 0);
        Assert.Contains($"{AllKinds.Canary}疏散", await keeper.ReadAsync($"{root}/{typed.Number}"), StringComparison.Ordinal);
        Assert.Contains("已作答，还没有评分", await RefusedAsync(onPaper), StringComparison.Ordinal);
        Assert.Contains("评分与评分要点不符", await RefusedAsync([.. onPaper, .. Given(written, "王老师", "2", "3")]), StringComparison.Ordinal);
        Assert.Contains("评分与评分要点不符", await RefusedAsync([.. onPaper, .. Given(written, "王老师", "", "3")]), StringComparison.Ordinal);
        Assert.Contains("填写评阅人", await RefusedAsync([.. onPaper, .. Given(written, "", "1", "3")]), StringComparison.Ordinal);
        // The words stay on the paper.
        using var kept = await keeper.PostAsync($"{root}/{typed.Number}", [.. onPaper.Where(field => !field.Key.StartsWith("text-", StringComparison.Ordinal)), .. Given(written, "王老师", "1", "3")]);
        await keeper.MarkAsync(code, 1, ("骆怀安", Came), ("石敢", Came));
        using var unmarked = await keeper.CloseAsync(code);
        var answered = onDevice.ConvertAll(field => field.Key is "Version" ? KeyValuePair.Create("Version", "1") : field);
        using var marked = await keeper.PostAsync($"{root}/{sat.Number}", [.. answered, .. Given(await WrittenAsync(sat), "李老师", "1", "2")]);
        var history = await keeper.ReadAsync($"{root}/{sat.Number}");
        using var closed = await keeper.CloseAsync(code);

        Assert.Equal([HttpStatusCode.Redirect, HttpStatusCode.Conflict, HttpStatusCode.Redirect, HttpStatusCode.Redirect], [kept.StatusCode, unmarked.StatusCode, marked.StatusCode, closed.StatusCode]);
        Assert.Contains("评阅人：李老师", history, StringComparison.Ordinal);
        Assert.Equal((true, (int?)typed.Full), await StandingAsync(typed));
        Assert.Equal((false, (int?)sat.Full - 1), await StandingAsync(sat));
        Assert.Equal([PaperMeans.Device, PaperMeans.Device], await app.WithDbAsync(db => db.PaperSheets.Where(sheet => sheet.PaperId == sat.Id).OrderBy(sheet => sheet.Number).Select(sheet => sheet.Means).ToListAsync()));
        Assert.Equal(PaperSheet.OnPaper, await app.WithDbAsync(db => db.AnswerEntries.Where(entry => entry.AttemptId == typed.Id && entry.Item == written).Select(entry => entry.Choice).SingleAsync()));

        // Corrected after closing: the mark alone.
        app.Clock.Move(TimeSpan.FromMinutes(1));
        var corrected = answered.ConvertAll(field => field.Key switch { "Version" => KeyValuePair.Create("Version", "2"), "Reason" => KeyValuePair.Create("Reason", "评分录错"), _ => field });
        List<KeyValuePair<string, string>> wish = [.. corrected, .. Given(await WrittenAsync(sat), "李老师", "1", "3")];
        using var noMarks = await keeper.PostAsync($"{root}/{sat.Number}/correction", corrected);
        var look = await ReadPostAsync(keeper, $"{root}/{sat.Number}/correction", wish);
        await CorrectAsync(keeper, $"{root}/{sat.Number}", wish);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, noMarks.StatusCode);
        Assert.Contains($"第{await WrittenAsync(sat)}题：1,2改为1,3", look, StringComparison.Ordinal);
        Assert.Equal((true, (int?)sat.Full), await StandingAsync(sat));
        Assert.Equal(["1,2", "1,3"], await app.WithDbAsync(db => db.AnswerMarks.Where(mark => mark.AttemptId == sat.Id).OrderBy(mark => mark.MarkedAt).Select(mark => mark.Given).ToListAsync()));
        await ConsistentAsync();

        async Task<string> RefusedAsync(List<KeyValuePair<string, string>> sent)
        {
            using var answer = await keeper.PostAsync($"{root}/{typed.Number}", sent);
            Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
            return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
        }
    }

    private Task<int> WrittenAsync(DrawnPaper paper) => app.WithDbAsync(db =>
    {
        var hash = AllKinds.Questions[^1].Hash;
        return db.AttemptItems.Where(item => item.AttemptId == paper.Id && item.QuestionHash == hash).Select(item => item.Number).SingleAsync();
    });

    /// <summary>The form of somebody who knows everything, as a browser without script sends it.</summary>
    private Task<List<KeyValuePair<string, string>>> FieldsOfAsync(DrawnPaper paper) => app.WithDbAsync(async db =>
    {
        var items = await db.AttemptItems.AsNoTracking().Where(item => item.AttemptId == paper.Id).ToListAsync();
        List<KeyValuePair<string, string>> fields = [new("Version", "0"), new("Reason", "")];
        foreach (var item in items)
        {
            var question = AllKinds.Questions.Single(one => string.Equals(one.Hash, item.QuestionHash, StringComparison.Ordinal));
            fields.AddRange(KindsTests.FieldsOf(question.Prompt.Kind, AllKinds.Right(question, item.AsPaperItem())).Select(field => KeyValuePair.Create($"{field.Name}-{item.Number}", field.Value)));
        }

        return fields;
    });

    private static List<KeyValuePair<string, string>> Given(int item, string marker, params string[] lines) => [.. lines.Select(line => KeyValuePair.Create($"given-{item}", line)), new("Marker", marker)];

    private Task<int> ConsistentAsync() => app.InsideAsync(async services =>
    {
        await foreach (var difference in services.GetRequiredService<CheckPapers>().RunAsync(default))
        {
            Assert.Fail($"{difference.AttemptId} has {difference}.");
        }

        return 0;
    });

    /// <summary>A guest's certificate follows the paper, and is revoked by who may revoke records.</summary>
    private async Task GuestAsync(TestBrowser keeper, TestBrowser anybody, string root, DrawnPaper guest)
    {
        Assert.Empty(await SerialsAsync(guest));
        await CorrectAsync(keeper, $"{root}/{guest.Number}", PaperSteps.Answers(1, guest.Key, "整卷漏录"));
        var (serial, code) = Assert.Single(await SerialsAsync(guest));
        await CorrectAsync(keeper, $"{root}/{guest.Number}", PaperSteps.Answers(2, guest.Without(guest.Key.Count), "答卷不是本人的"));
        var revoked = await anybody.ReadAsync($"/verify/{code}");
        await CorrectAsync(keeper, $"{root}/{guest.Number}", PaperSteps.Answers(3, guest.Key, "核对后改回"));
        var next = Assert.Single(await SerialsAsync(guest), one => !string.Equals(one.Serial, serial, StringComparison.Ordinal));

        Assert.Contains("已撤销", revoked, StringComparison.Ordinal);
        var path = $"/certificates/{Uri.EscapeDataString(next.Serial)}";
        using var neighbour = await app.SignInAsync(SmallWorld.WangchuanOfficer);
        using var teacher = await app.SignInAsync(SmallWorld.Teacher);
        Assert.Contains($"{path}/revocation", await keeper.ReadAsync(path), StringComparison.Ordinal);
        using var form = await keeper.GetAsync($"{path}/revocation");
        using var signedOut = await anybody.GetAsync($"{path}/revocation");
        using var stranger = await neighbour.GetAsync($"{path}/revocation");
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.Redirect, HttpStatusCode.NotFound), (form.StatusCode, signedOut.StatusCode, stranger.StatusCode));
        var reason = new Dictionary<string, string>(StringComparer.Ordinal) { ["Reason"] = "冒名参加培训" };
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(neighbour, $"{path}/revocation", [.. reason]));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(teacher, $"{path}/revocation", [.. reason]));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(keeper, "/certificates/nothing/revocation", [.. reason]));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await StatusAsync(keeper, $"{path}/revocation", [new("Reason", "短")]));
        Assert.Equal(HttpStatusCode.Redirect, await StatusAsync(keeper, $"{path}/revocation", [.. reason]));
        Assert.Equal(HttpStatusCode.Conflict, await StatusAsync(keeper, $"{path}/revocation", [.. reason]));
        Assert.Contains("冒名参加培训", await keeper.ReadAsync($"{path}/revocation"), StringComparison.Ordinal);
        Assert.Contains("已撤销", await anybody.ReadAsync($"/verify/{next.Code}"), StringComparison.Ordinal);
        Assert.Contains("证书已撤销", await keeper.ReadAsync(root), StringComparison.Ordinal);
        // What somebody revoked a correction does not give back, nor one to failed and back again.
        await CorrectAsync(keeper, $"{root}/{guest.Number}", PaperSteps.Answers(4, guest.Without(guest.Key.Count), "录成空白"));
        await CorrectAsync(keeper, $"{root}/{guest.Number}", PaperSteps.Answers(5, guest.Key, "再改回"));
        Assert.Equal(2, (await SerialsAsync(guest)).Count);
    }

    /// <summary>A key is corrected after the session: what was answered on paper stays evidence of the session.</summary>
    private async Task RegradeAsync(TestBrowser city, Guid person, DrawnPaper paper)
    {
        var hash = await app.WithDbAsync(db => db.AttemptItems.Where(item => item.AttemptId == paper.Id && item.Number == 1).Select(item => item.QuestionHash).SingleAsync());
        using var begun = await city.PostAsync($"/quizzes/{QuizSteps.Slug}/regrades", new() { ["Question"] = hash, ["GivesAll"] = "true", ["Reason"] = "题干有误" });
        using var applied = await city.PostAsync($"{begun.Headers.Location}/application", []);
        for (var time = 0; time < 100 && await app.WithDbAsync(db => db.Regrades.AnyAsync(one => one.State != RegradeState.Applied)); time++)
        {
            await Task.Delay(100);
        }

        Assert.Equal(HttpStatusCode.Redirect, applied.StatusCode);
        var record = Assert.Single(await RecordsAsync(person));
        var session = await app.WithDbAsync(db => db.SessionPapers.Where(one => one.Id == paper.Id).Select(one => one.SessionId).SingleAsync());
        Assert.Equal((Evidence.BureauSession, null, session), (record.Evidence, record.AttemptId, record.SessionId));
    }

    /// <summary>Every attempt is what its log says, the others were not entered anew, and closing once more changes nothing.</summary>
    private async Task HoldsAsync(TestBrowser keeper, string code, List<Guid> people)
    {
        await ConsistentAsync();
        var before = await AllAsync();
        Assert.Equal(0, await app.WithDbAsync(db => db.Participants.CountAsync(one => db.TrainingSessions.Any(session => session.Id == one.SessionId && session.Code == code && session.Closing != one.EnteredIn))));
        using var reopened = await keeper.PostAsync($"/sessions/{code}/reopening", new() { ["Version"] = (await keeper.VersionAsync(code)).ToString(CultureInfo.InvariantCulture), ["Reason"] = "签到表核对有误" });
        var locked = await keeper.ReadAsync($"/sessions/{code}/papers/1");
        // What somebody revoked by hand this closing does not give back.
        await RevokeAsync(Assert.Single(await RecordsAsync(people[2])).Id);
        app.MoveTo(keeper.Today, 18, 0);
        using var closed = await keeper.CloseAsync(code);

        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.Redirect), (reopened.StatusCode, closed.StatusCode));
        Assert.Contains("已在结束培训时计入", locked, StringComparison.Ordinal);
        // But whom the corrected key let pass: present and passed is one record of the session.
        Assert.Equal(before[..^1], (await AllAsync())[..^1]);
        var facts = await app.InsideAsync(services => services.GetServices<ILearningSource>().OfType<SessionLearning>().Single().OfAsync(people, default));
        Assert.Empty(await RecordsAsync(people[2]));
        Assert.DoesNotContain(facts, fact => fact.PersonId == people[2]);

        async Task<List<Guid>> AllAsync() => [.. (await Task.WhenAll(people.Where(one => one != people[2]).Select(RecordsAsync))).SelectMany(records => records).Select(record => record.Id)];
    }

    /// <summary>The first was typed in as failed, 乙 and 丙 as passed, 丁 as not sat, 戊 as failed by one question, and a guest as failed; all were there, and the session is closed.</summary>
    private async Task<(string Code, List<Guid> People, Dictionary<string, DrawnPaper> Papers)> ClosedAsync(TestBrowser keeper, string first)
    {
        string[] roster = [first, "乙", "丙", "丁", "戊"];
        var day = keeper.Today.AddDays(1);
        var code = await keeper.PlanAsync(new() { ["Title"] = "现场考试", ["Seats"] = "10", ["HalfDays[0].Day"] = SessionSteps.Day(day) });
        var id = await app.SessionIdAsync(code);
        var people = new List<Guid>();
        foreach (var name in roster)
        {
            people.AddRange(name is Principal ? [WorldIds.Of("person", SmallWorld.Principal)] : await app.AddPeopleAsync(1, name));
        }

        await app.WithDbAsync(db =>
        {
            db.Participants.AddRange(people.Select(person => new Participant { Id = Guid.CreateVersion7(), SessionId = id, PersonId = person, CalledAt = app.Clock.GetUtcNow().UtcDateTime, CalledBy = Guid.Empty }));
            return db.SaveChangesAsync();
        });
        using var guest = await keeper.PostAsync($"/sessions/{code}/participants/guests", new() { ["GuestName"] = "志愿者小林", ["GuestUnit"] = "便民超市", ["GuestPhone"] = "13911113333" });
        using var drawn = await keeper.PostAsync($"/sessions/{code}/papers", []);
        var papers = await app.PapersAsync(code);
        foreach (var (name, typed) in new[] { (first, papers[first].Without(99)), ("乙", papers["乙"].Key), ("丙", papers["丙"].Key), ("戊", await JustBelowAsync(papers["戊"])), ("志愿者小林", papers["志愿者小林"].Without(99)) })
        {
            Assert.Equal(HttpStatusCode.Redirect, await StatusAsync(keeper, $"/sessions/{code}/papers/{papers[name].Number}", PaperSteps.Answers(0, typed)));
        }

        Assert.Equal(HttpStatusCode.Redirect, await StatusAsync(keeper, $"/sessions/{code}/papers/{papers["丁"].Number}", [.. PaperSteps.Fields(0, ("Absent", "true"), ("Reason", "没有交卷"))]));
        app.MoveTo(day, 17, 0);
        await keeper.MarkAsync(code, 1, [.. roster.Append("志愿者小林").Select(name => (name, Came))]);
        using var closed = await keeper.CloseAsync(code);
        Assert.Equal(HttpStatusCode.Redirect, closed.StatusCode);
        return (code, people, papers);
    }

    /// <summary>Blank from the first item on, so that the first one alone decides.</summary>
    private Task<IReadOnlyDictionary<int, string>> JustBelowAsync(DrawnPaper paper) => app.WithDbAsync(async db =>
    {
        var points = await db.AttemptItems.Where(item => item.AttemptId == paper.Id).OrderBy(item => item.Number).Select(item => item.Points).ToListAsync();
        var pass = await db.SessionPapers.Where(one => one.Id == paper.Id).Select(one => one.PassPercent).SingleAsync();
        var blank = Enumerable.Range(1, points.Count).First(count => points.Skip(count).Sum() * 100 < pass * paper.Full);
        return paper.Without(blank);
    });

    private static string Blank(DrawnPaper paper) => string.Join(' ', paper.Key.Select(_ => "-"));

    private static async Task CorrectAsync(TestBrowser keeper, string path, IEnumerable<KeyValuePair<string, string>> fields)
    {
        using var answer = await keeper.PostAsync($"{path}/correction/application", fields);
        Assert.True(answer.StatusCode is HttpStatusCode.Redirect, Regex.Replace(await answer.Content.ReadAsStringAsync(), @"\s+", " "));
    }

    private static async Task<string> ReadPostAsync(TestBrowser keeper, string path, IEnumerable<KeyValuePair<string, string>> fields)
    {
        using var answer = await keeper.PostAsync(path, fields);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
    }

    private static async Task<HttpStatusCode> StatusAsync(TestBrowser browser, string path, IEnumerable<KeyValuePair<string, string>> fields)
    {
        using var answer = await browser.PostAsync(path, fields);
        return answer.StatusCode;
    }

    private Task<(bool Passed, int? Points)> StandingAsync(DrawnPaper paper) => app.WithDbAsync(async db =>
    {
        var attempt = await db.Attempts.AsNoTracking().SingleAsync(one => one.Id == paper.Id);
        return (attempt.Passed is true, attempt.Points);
    });

    private Task<List<TrainingRecord>> RecordsAsync(Guid person) => app.WithDbAsync(db =>
        db.TrainingRecords.AsNoTracking().Where(record => record.PersonId == person && !db.Revocations.Any(revocation => revocation.RecordId == record.Id)).ToListAsync());

    private Task<int> RevokeAsync(Guid recordId) => app.WithDbAsync(db =>
    {
        db.Revocations.Add(new Revocation { Id = Guid.CreateVersion7(), RecordId = recordId, RecordedAt = app.Clock.GetUtcNow().UtcDateTime, RecordedBy = WorldIds.Of("person", SmallWorld.CityOfficer), Reason = "冒名参加培训" });
        return db.SaveChangesAsync();
    });

    private Task<List<string>> ReasonsAsync(Guid person) => app.WithDbAsync(db =>
        db.Revocations.Where(revocation => db.TrainingRecords.Any(record => record.Id == revocation.RecordId && record.PersonId == person)).OrderBy(revocation => revocation.RecordedAt).Select(revocation => revocation.Reason).ToListAsync());

    private Task<List<(string Serial, string Code)>> SerialsAsync(DrawnPaper paper) => app.WithDbAsync(async db =>
        (await db.Certificates.Where(one => one.PersonId == paper.Holder).OrderBy(one => one.RecordedAt).Select(one => new { one.Serial, one.Code }).ToListAsync()).ConvertAll(one => (one.Serial, one.Code)));
}

public sealed class PaperCorrectionOnSqlite(SqliteApp app) : PaperCorrectionTests(app), IClassFixture<SqliteApp>;

public sealed class PaperCorrectionOnPostgres(PostgresApp app) : PaperCorrectionTests(app), IClassFixture<PostgresApp>;
