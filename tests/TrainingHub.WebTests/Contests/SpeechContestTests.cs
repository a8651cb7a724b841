using System.Net;
using System.Net.Http.Headers;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using TrainingHub.Contests.Awards;
using TrainingHub.Contests.Speeches;
using TrainingHub.Seeds;

namespace TrainingHub.WebTests.Contests;

/// <summary>Speech contests: entered, scored on judges' own sheets, closed, told and awarded.</summary>
public abstract partial class SpeechContestTests(WebApp app)
{
    [Fact]
    public async Task Is_entered_scored_corrected_closed_told_and_awarded()
    {
        using var officer = await app.SignInAsync(SmallWorld.LinxiOfficer);
        using var speaker = await app.SignInAsync(SmallWorld.Teacher);
        using var other = await app.SignInAsync(SmallWorld.BinhePrincipal);
        using var judge = await app.SignInAsync(SmallWorld.Principal);
        using var second = await app.SignInAsync(SmallWorld.CityOfficer);
        using var bystander = await app.SignInAsync(SmallWorld.Responsible);
        var contest = await ContestAsync(officer, new() { ["DropFrom"] = "0", ["ExcludesOwnUnit"] = "true" });
        using var early = await speaker.GetAsync(contest);
        using var added = await officer.PostAsync(contest + "/judges", new() { ["staffNumber"] = "yl0005" });
        using var nobody = await officer.PostAsync(contest + "/judges", new() { ["staffNumber"] = "YL0021" });
        using var begun = await officer.PostAsync(contest + "/standing", await StepAsync(officer, contest, "Running"));

        using var entered = await speaker.PostAsync(contest + "/entry", Speech("安全在我心中", 0));
        using var twice = await speaker.PostAsync(contest + "/entry", Speech("另一个窗口", 0));
        using var entered2 = await other.PostAsync(contest + "/entry", Speech("演练救了我们", 0));
        using var notYet = await officer.PostAsync(contest + "/standing", new Dictionary<string, string> { ["version"] = "2", ["next"] = "Closed" });
        var waiting = await officer.ReadAsync(contest);
        using var tooSoon = await judge.PostAsync(contest + "/entries/2/scores", Scores(0, "90", "85"));
        app.Clock.Move(TimeSpan.FromDays(4));
        using var unready = await officer.PostAsync(contest + "/standing", await StepAsync(officer, contest, "Closed"));
        using var outdated = await judge.PostAsync(contest + "/entries/2/scores", new(Scores(0, "90", "85")) { ["EntryVersion"] = "0" });
        using var otherRules = await judge.PostAsync(contest + "/entries/2/scores", new(Scores(0, "90", "85")) { ["ContestVersion"] = "1" });
        using var uneven = await judge.PostAsync(contest + "/entries/2/scores", new(Scores(0, "90", "85")) { ["Scores[2]"] = "90" });
        var forJudge = await judge.ReadAsync(contest);
        using var excluded = await judge.PostAsync(contest + "/entries/1/scores", Scores(0, "90", "90"));
        using var bad = await judge.PostAsync(contest + "/entries/2/scores", Scores(0, "90", "101"));
        using var scored = await judge.PostAsync(contest + "/entries/2/scores", Scores(0, "90", "85", "声音洪亮"));
        using var unexplained = await judge.PostAsync(contest + "/entries/2/scores", Scores(1, "95", "85"));
        using var stale = await judge.PostAsync(contest + "/entries/2/scores", Scores(0, "95", "85", reason: "记错"));
        using var corrected = await judge.PostAsync(contest + "/entries/2/scores", Scores(1, "95", "85", "声音洪亮", "听漏一段"));
        using var removed = await officer.PostAsync($"{contest}/judges/{WorldIds.Of("person", SmallWorld.Principal)}/removal", []);
        using var lateRecording = await other.UploadAsync(contest + "/entry/recording", "file", "演讲.mp4", "MZ"u8.ToArray(), []);
        using var late = await other.PostAsync(contest + "/entry", Speech("改题目", 1));
        using var bystanderReads = await bystander.GetAsync(contest + "/entries/2");
        var unspoken = await other.ReadAsync(contest + "/entries/2");
        // The first entry has nobody who may score it yet.
        using var empty = await officer.PostAsync(contest + "/standing", await StepAsync(officer, contest, "Closed"));
        using var guest = await officer.PostAsync(contest + "/judges", new() { ["staffNumber"] = "YL0002" });
        using var missing = await officer.PostAsync(contest + "/standing", await StepAsync(officer, contest, "Closed"));
        foreach (var number in new[] { 1, 2 })
        {
            using var sheet = await officer.PostAsync($"{contest}/entries/{number}/scores", Scores(0, "80", "80"));
            Assert.Equal(HttpStatusCode.Redirect, sheet.StatusCode);
        }

        var overview = await officer.ReadAsync(contest + "/entries/2");
        var step = await StepAsync(officer, contest, "Closed");
        using var closed = await officer.PostAsync(contest + "/standing", step);
        using var again = await second.PostAsync(contest + "/standing", step);
        using var after = await judge.PostAsync(contest + "/entries/2/scores", Scores(2, "10", "10", reason: "太晚"));
        var told = await other.ReadAsync(contest + "/entries/2");
        var results = await bystander.ReadAsync(contest);
        var print = await officer.ReadAsync(contest + "/sheet");
        var table = await officer.ReadAsync(contest + "/results.csv");
        var log = await officer.Http.GetStringAsync(new Uri(contest + "/log.csv", UriKind.Relative));
        var (proven, output, errors) = await OperatorCommand.RunAsync(app.Settings, "contest", "replay", contest.Split('/')[^1]);
        var (read, forged) = (SpeechLogText.Read(log)!, SpeechLogText.Read(log.Replace("95,85", "75,85", StringComparison.Ordinal))!);
        using var workbook = await officer.GetAsync(contest + "/results.xlsx");
        // A speaker competes for the unit of the entry, wherever the main post is.
        var winnerId = WorldIds.Of("person", SmallWorld.BinhePrincipal);
        await app.WithDbAsync(db => db.SpeechEntries.Where(entry => entry.PersonId == winnerId).ExecuteUpdateAsync(set => set.SetProperty(entry => entry.UnitId, WorldIds.Of("organization", SmallWorld.East))));
        var prizes = await officer.ReadAsync(contest + "/prizes");
        using var given = await officer.PostAsync(contest + "/prizes", People().Matches(prizes).Select(match => KeyValuePair.Create("People", match.Groups[1].Value)).ToList());
        var certificate = await app.WithDbAsync(db => db.Certificates.AsNoTracking().SingleAsync(one => one.ProgrammeName == "安全演讲比赛·一等奖"));

        Assert.Equal(HttpStatusCode.NotFound, early.StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, added.StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, nobody.StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, begun.StatusCode);
        Assert.All([entered, entered2, scored, corrected, guest, closed, given], answer => Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode));
        Assert.All([twice, excluded, stale, late, lateRecording, notYet, tooSoon, unready, outdated, otherRules, empty, missing, again, after], answer => Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode));
        Assert.All([bad, uneven, unexplained, removed], answer => Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode));
        Assert.Contains("回避", await TextAsync(excluded), StringComparison.Ordinal);
        Assert.Contains("报送截止后才能评分和结束", await TextAsync(notYet), StringComparison.Ordinal);
        Assert.Contains("报送截止后才能评分和结束", await TextAsync(tooSoon), StringComparison.Ordinal);
        Assert.Contains("从第二天起可以评分和结束", waiting, StringComparison.Ordinal);
        Assert.Contains("在你打开后改过", await TextAsync(outdated), StringComparison.Ordinal);
        Assert.Contains("写明退出原因", await TextAsync(removed), StringComparison.Ordinal);
        Assert.Contains("还差2份评分表", await TextAsync(missing), StringComparison.Ordinal);
        Assert.Contains("没有评委可以评分", await TextAsync(empty), StringComparison.Ordinal);
        Assert.Contains("演练救了我们", forJudge, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, bystanderReads.StatusCode);
        Assert.DoesNotContain("声音洪亮", unspoken, StringComparison.Ordinal);
        Assert.Contains("听漏一段", overview, StringComparison.Ordinal);
        Assert.Contains("沈知南", overview, StringComparison.Ordinal);
        // (95 × 60 + 85 × 40 + 8000) ÷ 2 = 85.50
        Assert.Contains("85.50", told, StringComparison.Ordinal);
        Assert.Contains("声音洪亮", told, StringComparison.Ordinal);
        Assert.DoesNotContain("听漏一段", told, StringComparison.Ordinal);
        Assert.DoesNotContain("沈知南", told, StringComparison.Ordinal);
        Assert.Contains("陈若川", results, StringComparison.Ordinal);
        Assert.DoesNotContain("顾一鸣", results, StringComparison.Ordinal);
        Assert.Contains("顾一鸣", print, StringComparison.Ordinal);
        Assert.Contains("85.5", table, StringComparison.Ordinal);
        Assert.True(proven == 0, output + errors);
        Assert.True(read.IsProven(read.Replay()));
        Assert.False(forged.IsProven(forged.Replay()));
        Assert.All(["沈知南", "顾一鸣", "声音洪亮"], words => Assert.DoesNotContain(words, log, StringComparison.Ordinal));
        Assert.Equal("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", workbook.Content.Headers.ContentType?.MediaType);
        Assert.Equal(winnerId, certificate.PersonId);
        Assert.Equal(await app.WithDbAsync(db => db.Organizations.Where(unit => unit.Id == WorldIds.Of("organization", SmallWorld.East)).Select(unit => unit.Name).SingleAsync()), await app.WithDbAsync(db => db.RecordNames.Where(names => names.RecordId == certificate.RecordId).Select(names => names.UnitName).SingleAsync()));
        Assert.Equal(2, await app.WithDbAsync(db => db.ContestAwards.CountAsync(award => award.Level != AwardLevel.None && db.Certificates.Any(one => one.RecordId == award.Id && one.ProgrammeName.StartsWith("安全演讲比赛")))));
    }

    [Fact]
    public async Task A_judge_who_has_scored_leaves_with_a_reason_and_the_others_go_on()
    {
        using var officer = await app.SignInAsync(SmallWorld.LinxiOfficer);
        using var colleague = await app.SignInAsync(SmallWorld.CityOfficer);
        using var speaker = await app.SignInAsync(SmallWorld.Teacher);
        using var ill = await app.SignInAsync(SmallWorld.Principal);
        using var away = await app.SignInAsync(SmallWorld.VicePrincipal);
        using var other = await app.SignInAsync(SmallWorld.BinhePrincipal);
        var contest = await ContestAsync(officer, new() { ["DropFrom"] = "0", ["Title"] = "换评委的演讲比赛" });
        foreach (var number in new[] { "YL0005", "YL0006", "YL0002" })
        {
            using var added = await officer.PostAsync(contest + "/judges", new() { ["staffNumber"] = number });
            Assert.Equal(HttpStatusCode.Redirect, added.StatusCode);
        }

        using var begun = await officer.PostAsync(contest + "/standing", await StepAsync(officer, contest, "Running"));
        using var entered = await speaker.PostAsync(contest + "/entry", Speech("安全在我心中", 0));
        using var entered2 = await other.PostAsync(contest + "/entry", Speech("演练救了我们", 0));
        app.Clock.Move(TimeSpan.FromDays(4));
        foreach (var (judge, points) in new[] { (ill, "100"), (away, "60"), (officer, "80") })
        {
            using var sheet = await judge.PostAsync(contest + "/entries/1/scores", Scores(0, points, points, $"评语{points}"));
            Assert.Equal(HttpStatusCode.Redirect, sheet.StatusCode);
        }

        using var last = await officer.PostAsync(contest + "/entries/2/scores", Scores(0, "70", "70"));
        using var missing = await officer.PostAsync(contest + "/standing", await StepAsync(officer, contest, "Closed"));
        var (first, second) = ($"{contest}/judges/{WorldIds.Of("person", SmallWorld.Principal)}/removal", $"{contest}/judges/{WorldIds.Of("person", SmallWorld.VicePrincipal)}/removal");
        var form = await officer.ReadAsync(first);
        using var silent = await officer.PostAsync(first, new() { ["KeepsSheets"] = "true" });
        using var undecided = await officer.PostAsync(first, new() { ["Reason"] = "生病" });
        using var left = await officer.PostAsync(first, new() { ["Reason"] = "生病住院", ["KeepsSheets"] = "false" });
        using var leftToo = await officer.PostAsync(second, new() { ["Reason"] = "出差", ["KeepsSheets"] = "true" });
        using var twice = await colleague.PostAsync(first, new() { ["Reason"] = "另有原因", ["KeepsSheets"] = "true" });
        using var back = await officer.PostAsync(contest + "/judges", new() { ["staffNumber"] = "YL0005" });
        using var scores = await ill.PostAsync(contest + "/entries/1/scores", Scores(1, "10", "10", reason: "更正"));
        var page = await officer.ReadAsync(contest);
        var entry = await officer.ReadAsync(contest + "/entries/1");
        using var closed = await officer.PostAsync(contest + "/standing", await StepAsync(officer, contest, "Closed"));
        var told = await speaker.ReadAsync(contest + "/entries/1");
        var table = await officer.ReadAsync(contest + "/results.csv");

        Assert.Contains("还差2份评分表", await TextAsync(missing), StringComparison.Ordinal);
        Assert.Contains("沈知南退出评委", form, StringComparison.Ordinal);
        Assert.All([silent, undecided], answer => Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode));
        Assert.All([left, leftToo, closed], answer => Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode));
        Assert.All([twice, back], answer => Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode));
        // Who has left reads no entries.
        Assert.Equal(HttpStatusCode.NotFound, scores.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await officer.GetAsync(first)).StatusCode);
        Assert.Contains("原因：生病住院；评分表不再计入", page, StringComparison.Ordinal);
        Assert.Contains("原因：出差；评分表继续计入", page, StringComparison.Ordinal);
        Assert.Contains("2/2份", page, StringComparison.Ordinal);
        Assert.Contains("不计入", entry, StringComparison.Ordinal);
        Assert.Contains("评语100", entry, StringComparison.Ordinal);
        // (60 + 80) ÷ 2; the sheet with 100 counts no more and is not told.
        Assert.Contains(">70</dd>", told, StringComparison.Ordinal);
        Assert.DoesNotContain("评语100", told, StringComparison.Ordinal);
        Assert.Contains("评语60", told, StringComparison.Ordinal);
        Assert.Contains("评委2", table, StringComparison.Ordinal);
        Assert.DoesNotContain("评委3", table, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_recording_is_known_by_its_content_played_in_parts_and_taken_away()
    {
        using var officer = await app.SignInAsync(SmallWorld.LinxiOfficer);
        using var speaker = await app.SignInAsync(SmallWorld.Teacher);
        using var neighbour = await app.SignInAsync(SmallWorld.BinhePrincipal);
        var contest = await ContestAsync(officer, []);
        using var begun = await officer.PostAsync(contest + "/standing", await StepAsync(officer, contest, "Running"));
        using var entered = await speaker.PostAsync(contest + "/entry", Speech("有录像的演讲", 0));
        byte[] video = [0, 0, 0, 16, .. "ftypisom"u8, 0, 0, 0, 1, 0, 0, 0, 8, .. "moov"u8, 0, 0, 0, 16, .. "mdat"u8, 1, 2, 3, 4, 5, 6, 7, 8];

        using var disguised = await speaker.UploadAsync(contest + "/entry/recording", "file", "演讲.mp4", "MZ这不是录像"u8.ToArray(), []);
        using var none = await neighbour.UploadAsync(contest + "/entry/recording", "file", "演讲.mp4", video, []);
        using var kept = await speaker.UploadAsync(contest + "/entry/recording", "file", "演讲.mp4", video, []);
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(contest + "/entries/1/recording", UriKind.Relative)) { Headers = { Range = new RangeHeaderValue(32, 35) } };
        using var part = await speaker.Http.SendAsync(request);
        using var stranger = await neighbour.GetAsync(contest + "/entries/1/recording");
        byte[] sound = [.. "RIFF"u8, 40, 0, 0, 0, .. "WAVEfmt "u8, 16, 0, 0, 0, 1, 0, 1, 0, 0x40, 0x1F, 0, 0, 0x80, 0x3E, 0, 0, 2, 0, 16, 0, .. "data"u8, 4, 0, 0, 0, 1, 2, 3, 4];
        using var replaced = await speaker.UploadAsync(contest + "/entry/recording", "file", "演讲.wav", sound, []);
        using var heard = await speaker.GetAsync(contest + "/entries/1/recording");
        var kinds = await app.WithDbAsync(db => db.SpeechRecordings.AsNoTracking().Where(one => db.SpeechEntries.Any(entry => entry.Id == one.EntryId && entry.Title == "有录像的演讲")).Select(one => one.Bytes.Length).ToListAsync());
        using var gone = await speaker.PostAsync(contest + "/entry/recording", new() { ["removes"] = "true" });
        var left = await app.WithDbAsync(db => db.SpeechRecordings.CountAsync(one => db.SpeechEntries.Any(entry => entry.Id == one.EntryId && entry.Title == "有录像的演讲")));
        for (var turn = 2; turn < SpeechEntry.MostUploads; turn++)
        {
            using var more = await speaker.UploadAsync(contest + "/entry/recording", "file", "演讲.wav", sound, []);
            Assert.Equal(HttpStatusCode.Redirect, more.StatusCode);
        }

        using var tooMany = await speaker.UploadAsync(contest + "/entry/recording", "file", "演讲.wav", sound, []);
        using var still = await speaker.GetAsync(contest + "/entries/1/recording");
        using var goneAgain = await speaker.PostAsync(contest + "/entry/recording", new() { ["removes"] = "true" });
        using var nothing = await speaker.GetAsync(contest + "/entries/1/recording");
        using var withdrawn = await speaker.PostAsync(contest + "/entry/withdrawal", []);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, disguised.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, none.StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, kept.StatusCode);
        Assert.Equal((HttpStatusCode.PartialContent, "video/mp4"), (part.StatusCode, part.Content.Headers.ContentType?.MediaType));
        Assert.Equal([1, 2, 3, 4], await part.Content.ReadAsByteArrayAsync());
        Assert.Equal(HttpStatusCode.NotFound, stranger.StatusCode);
        Assert.Equal((HttpStatusCode.Redirect, "audio/wav"), (replaced.StatusCode, heard.Content.Headers.ContentType?.MediaType));
        Assert.Equal(sound, await heard.Content.ReadAsByteArrayAsync());
        Assert.Equal([sound.Length], kinds);
        Assert.Equal(0, left);
        Assert.Equal((HttpStatusCode.Conflict, HttpStatusCode.OK), (tooMany.StatusCode, still.StatusCode));
        Assert.Contains("最多上传10次", await TextAsync(tooMany), StringComparison.Ordinal);
        Assert.All([gone, goneAgain], answer => Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode));
        Assert.Equal(HttpStatusCode.NotFound, nothing.StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, withdrawn.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await officer.GetAsync(contest + "/entries/1")).StatusCode);
    }

    [Fact]
    public async Task Strangers_find_nothing_and_bad_input_is_refused()
    {
        using var officer = await app.SignInAsync(SmallWorld.LinxiOfficer);
        using var neighbour = await app.SignInAsync(SmallWorld.WangchuanOfficer);
        using var learner = await app.SignInAsync(SmallWorld.Teacher);
        using var far = await app.SignInAsync(SmallWorld.WangchuanPrincipal);
        using var visitor = app.Visitor();
        var contest = await ContestAsync(officer, []);
        using var begun = await officer.PostAsync(contest + "/standing", await StepAsync(officer, contest, "Running"));
        string[] managed = ["/settings", "/sheet", "/results.csv", "/results.xlsx", "/log.csv", "/prizes", $"/judges/{Guid.NewGuid()}/removal"];
        string[] others = ["", "/entry", "/entries/1", "/entries/1/recording"];
        string[] steps = ["/settings", "/standing", "/judges", $"/judges/{Guid.NewGuid()}/removal", "/prizes"];
        string[] ownSteps = ["/entry", "/entry/recording", "/entry/withdrawal", "/entries/1/scores"];

        foreach (var page in managed.Concat(others))
        {
            Assert.Equal(HttpStatusCode.NotFound, (await neighbour.GetAsync(contest + page)).StatusCode);
            Assert.Equal(HttpStatusCode.NotFound, (await far.GetAsync(contest + page)).StatusCode);
            Assert.Equal(HttpStatusCode.NotFound, (await officer.GetAsync($"/contests/speeches/NOSUCH22{page}")).StatusCode);
            Assert.StartsWith("/account/session", (await visitor.GetAsync(contest + page)).Headers.Location?.PathAndQuery);
        }

        foreach (var step in steps.Concat(ownSteps))
        {
            Assert.Equal(HttpStatusCode.NotFound, (await neighbour.PostAsync(contest + step, [])).StatusCode);
            Assert.Equal(HttpStatusCode.NotFound, (await far.PostAsync(contest + step, [])).StatusCode);
            Assert.Equal(HttpStatusCode.NotFound, (await officer.PostAsync($"/contests/speeches/NOSUCH22{step}", [])).StatusCode);
            Assert.Equal(HttpStatusCode.Unauthorized, (await visitor.PostAsync(contest + step, [])).StatusCode);
        }

        foreach (var page in managed)
        {
            Assert.Equal(HttpStatusCode.NotFound, (await learner.GetAsync(contest + page)).StatusCode);
        }

        Assert.Equal(HttpStatusCode.Forbidden, (await learner.GetAsync("/contests/speeches/new")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await learner.GetAsync("/contests/speeches.csv")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await learner.PostAsync("/contests/speeches", [])).StatusCode);
        Assert.StartsWith("/account/session", (await visitor.GetAsync("/contests/speeches")).Headers.Location?.PathAndQuery);
        Assert.DoesNotContain(contest, await far.ReadAsync("/contests/speeches?page=-3&sort=no&q=%25"), StringComparison.Ordinal);
        Assert.Contains("安全演讲比赛", await officer.ReadAsync("/contests/speeches.csv?sort=Title.down"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await officer.GetAsync("/contests/speeches/new")).StatusCode);
        foreach (var (field, value, message) in new[]
        {
            ("Organization", WorldIds.CodeOf(SmallWorld.Wangchuan), "选择组织单位"), ("Title", "", "填写比赛名称"), ("EntriesUntil", "2020-01-01", "不能早于今天"), ("Criteria[0].Weight", "61", "合计100%"), ("DropFrom", "2", "3到30"), ("Prizes.Third", "-1", "0到500"),
        })
        {
            using var refused = await officer.PostAsync("/contests/speeches", Fields(officer, new() { [field] = value }));
            Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
            Assert.Contains(message, await TextAsync(refused), StringComparison.Ordinal);
        }

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await officer.PostAsync(contest + "/settings", Fields(officer, new() { ["Criteria[0].Weight"] = "1" }))).StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, (await officer.PostAsync(contest + "/settings", Fields(officer, new() { ["Version"] = "1" }))).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await officer.PostAsync(contest + "/standing", new Dictionary<string, string> { ["next"] = "Draft" })).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await learner.PostAsync(contest + "/entry", Speech("", 0))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await officer.PostAsync(contest + $"/judges/{Guid.NewGuid()}/removal", [])).StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, (await officer.PostAsync(contest + "/prizes", [])).StatusCode);
    }

    private static async Task<string> ContestAsync(TestBrowser officer, Dictionary<string, string> fields)
    {
        using var made = await officer.PostAsync("/contests/speeches", Fields(officer, fields));
        Assert.True(made.StatusCode == HttpStatusCode.Redirect, await made.Content.ReadAsStringAsync());
        return made.Headers.Location!.OriginalString;
    }

    private static Dictionary<string, string> Fields(TestBrowser officer, Dictionary<string, string> others)
    {
        var fields = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["Organization"] = WorldIds.CodeOf(SmallWorld.Linxi),
            ["Title"] = "安全演讲比赛",
            ["Theme"] = "学习重大事故隐患判定指南",
            ["EntriesUntil"] = officer.Clock.GetUtcNow().AddDays(3).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
            ["Criteria[0].Name"] = "演讲内容",
            ["Criteria[0].Weight"] = "60",
            ["Criteria[1].Name"] = "语言表达",
            ["Criteria[1].Weight"] = "40",
            ["DropFrom"] = "5",
            ["ExcludesOwnUnit"] = "false",
            ["Prizes.First"] = "1",
            ["Prizes.Second"] = "2",
            ["Prizes.Third"] = "3",
        };
        foreach (var (name, value) in others)
        {
            fields[name] = value;
        }

        return fields;
    }

    private static Dictionary<string, string> Speech(string title, int version) => new(StringComparer.Ordinal) { ["Title"] = title, ["Text"] = "各位老师：\n大家好。", ["Version"] = $"{version}" };

    private static Dictionary<string, string> Scores(int turn, string first, string second, string comment = "", string reason = "") =>
        new(StringComparer.Ordinal) { ["Turn"] = $"{turn}", ["ContestVersion"] = "2", ["EntryVersion"] = "1", ["Scores[0]"] = first, ["Scores[1]"] = second, ["Comment"] = comment, ["Reason"] = reason };

    private static async Task<Dictionary<string, string>> StepAsync(TestBrowser officer, string contest, string next) =>
        new(StringComparer.Ordinal) { ["version"] = Version().Match(await officer.ReadAsync(contest)).Groups[1].Value, ["next"] = next };

    private static async Task<string> TextAsync(HttpResponseMessage answer) => WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());

    [GeneratedRegex("name=\"version\" value=\"(\\d+)\"")]
    private static partial Regex Version();

    [GeneratedRegex("name=\"People\" value=\"([^\"]+)\"")]
    private static partial Regex People();
}

public sealed class SpeechContestOnSqlite(SqliteApp app) : SpeechContestTests(app), IClassFixture<SqliteApp>;

public sealed class SpeechContestOnPostgres(PostgresApp app) : SpeechContestTests(app), IClassFixture<PostgresApp>;
