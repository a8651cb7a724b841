using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using TrainingHub.Coverage;
using TrainingHub.Records;
using TrainingHub.Seeds;
using TrainingHub.Sessions;
using TrainingHub.WebTests.Completions;
using TrainingHub.WebTests.Coverage;
using TrainingHub.WebTests.Sessions;

namespace TrainingHub.WebTests.Programmes;

/// <summary>Programmes that ask for several things: set, explained, completed by whatever comes last, once.</summary>
public abstract partial class ProgrammePartsTests(WebApp app)
{
    private static readonly string Linxi = WorldIds.CodeOf(SmallWorld.Linxi);
    private static readonly Guid Principal = TrainingSteps.IdOf(SmallWorld.Principal);

    [Fact]
    public async Task Is_completed_by_the_last_part_and_falls_with_one_of_them()
    {
        using var officer = await app.SignInAsync(SmallWorld.LinxiOfficer);
        using var principal = await app.SignInAsync(SmallWorld.Principal);
        var slug = await CreateAsync(officer);
        var target = await TargetAsync(officer, slug);
        Assert.Contains("通过操作考核“灭火器操作”", CoveragePagesTests.Plain(await officer.ReadAsync($"/programmes/{slug}")));

        await app.CompleteAsync(Principal, Guid.NewGuid());
        await AttendAsync(officer);
        var home = CoveragePagesTests.Plain(await principal.ReadAsync("/"));
        Assert.Contains("共3项要求，已完成2项", home);
        Assert.Contains("由临溪区教育局提出，属于培训项目“多项要求的项目”", home);
        Assert.Contains("，因此是这项培训的对象", home);
        Assert.Empty(await RecordsAsync(slug));

        using var entered = await AssessAsync(officer);
        using var again = await AssessAsync(officer);
        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.Redirect), (entered.StatusCode, again.StatusCode));
        var record = Assert.Single(await RecordsAsync(slug));
        Assert.Equal((Evidence.SeveralParts, record.HashContent(), 270 + 180), (record.Evidence, record.ContentHash, record.CreditMinutes));
        Assert.Equal(1, await app.WithDbAsync(db => db.Certificates.CountAsync(one => one.RecordId == record.Id)));
        Assert.Equal(3, await app.WithDbAsync(db => db.RecordParts.CountAsync(one => one.RecordId == record.Id)));
        Assert.Equal(StandingKind.Covered, await StandingAsync(target));

        var assessment = await app.WithDbAsync(db => db.PracticalAssessments.Where(one => one.PersonId == Principal).Select(one => one.Id).SingleAsync());
        using var noReason = await officer.PostAsync($"/assessments/{assessment}/withdrawal", new());
        using var withdrawn = await officer.PostAsync($"/assessments/{assessment}/withdrawal", new() { ["Reason"] = "登记时选错了人" });
        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.Redirect), (noReason.StatusCode, withdrawn.StatusCode));
        Assert.Equal("登记时选错了人", await app.WithDbAsync(db => db.Revocations.Where(one => one.RecordId == record.Id).Select(one => one.Reason).SingleAsync()));
        Assert.Equal(StandingKind.Missing, await StandingAsync(target));

        using var anew = await AssessAsync(officer);
        Assert.Equal(2, (await RecordsAsync(slug)).Count);
        Assert.Equal(StandingKind.Covered, await StandingAsync(target));
    }

    /// <summary>A corrected paper takes the record of a programme of several parts with it, and brings it back; looking at it changes nothing.</summary>
    [Fact]
    public async Task A_corrected_paper_takes_the_record_away_and_brings_it_back()
    {
        using var keeper = await app.SignInAsync(SmallWorld.LinxiOfficer);
        var teacher = TrainingSteps.IdOf(SmallWorld.Teacher);
        using var created = await keeper.PostAsync("/programmes", new Dictionary<string, string>(Fields("两项要求的项目"), StringComparer.Ordinal) { ["Hours[0].Domain"] = "Fire", ["Hours[0].Hours"] = "4" });
        var slug = created.Headers.Location!.OriginalString.Split('/')[2];
        using var target = await keeper.PostAsync($"/programmes/{slug}/targets", Target(("Positions", "Teacher"), ("Name", "教师专项")));
        var targetSlug = target.Headers.Location!.OriginalString.Split('/')[^1];
        var day = keeper.Today.AddDays(1);
        var code = await keeper.PlanAsync(new() { ["Programme"] = slug, ["Domain"] = "Fire", ["HalfDays[0].Day"] = SessionSteps.Day(day) });
        await keeper.CallAsync(code, SmallWorld.Teacher);
        using var drawn = await keeper.PostAsync($"/sessions/{code}/papers", []);
        var paper = (await app.PapersAsync(code))["陈若川"];
        var path = $"/sessions/{code}/papers/{paper.Number}";
        using var typed = await keeper.PostAsync(path, PaperSteps.Answers(0, paper.Key));
        app.MoveTo(day, 17);
        await keeper.MarkAsync(code, 1, ("陈若川", AttendanceMarks.Arrived));
        using var closed = await keeper.CloseAsync(code);
        var first = Assert.Single(await OfTeacherAsync());
        Assert.Equal((Evidence.SeveralParts, StandingKind.Covered), (first.Evidence, await StandingOfTeacherAsync()));
        var serial = await app.WithDbAsync(db => db.Certificates.Where(one => one.RecordId == first.Id).Select(one => one.Serial).SingleAsync());

        var blank = PaperSteps.Answers(1, paper.Without(99), "录成了别人的答卷");
        var losing = await LookAsync(blank);
        Assert.Equal((1, StandingKind.Covered), ((await OfTeacherAsync()).Count, await StandingOfTeacherAsync()));
        using var lost = await keeper.PostAsync($"{path}/correction/application", blank);
        Assert.Equal(HttpStatusCode.Redirect, lost.StatusCode);
        Assert.Equal(StandingKind.Missing, await StandingOfTeacherAsync());
        var right = PaperSteps.Answers(2, paper.Key, "核对后改回");
        var gaining = await LookAsync(right);
        using var back = await keeper.PostAsync($"{path}/correction/application", right);
        Assert.Equal(HttpStatusCode.Redirect, back.StatusCode);

        Assert.Contains("撤销培训记录和证书：两项要求的项目", losing, StringComparison.Ordinal);
        Assert.Contains($"证书编号{serial}", losing, StringComparison.Ordinal);
        Assert.Contains("覆盖率目标“教师专项”：已训人数减1", losing, StringComparison.Ordinal);
        Assert.Contains("计入培训记录并发证：两项要求的项目", gaining, StringComparison.Ordinal);
        Assert.Contains("接续此前因更正等撤销的记录", gaining, StringComparison.Ordinal);
        Assert.Contains("覆盖率目标“教师专项”：已训人数加1", gaining, StringComparison.Ordinal);
        var second = Assert.Single(await OfTeacherAsync(), record => record.Id != first.Id);
        Assert.Equal((first.Id, "核对后改回", first.CompletionDay, second.HashContent()), (second.RestoresId, second.RestoreReason, second.CompletionDay, second.ContentHash));
        Assert.Equal(StandingKind.Covered, await StandingOfTeacherAsync());

        async Task<string> LookAsync(List<KeyValuePair<string, string>> wish)
        {
            using var answer = await keeper.PostAsync($"{path}/correction", wish);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
        }

        Task<List<TrainingRecord>> OfTeacherAsync() => app.WithDbAsync(db => db.TrainingRecords.AsNoTracking()
            .Where(one => one.PersonId == teacher && db.Programmes.Any(programme => programme.Id == one.ProgrammeId && programme.Slug == slug)).ToListAsync());

        Task<StandingKind> StandingOfTeacherAsync() => app.WithDbAsync(db => db.CoverageStandings
            .Where(one => one.PersonId == teacher && db.CoverageTargets.Any(t => t.Id == one.TargetId && t.Slug == targetSlug)).Select(one => one.Kind).SingleAsync());
    }

    [Fact]
    public async Task Equal_demands_are_shown_once_with_both_reasons()
    {
        using var officer = await app.SignInAsync(SmallWorld.LinxiOfficer);
        using var created = await officer.PostAsync("/programmes", Fields());
        var slug = created.Headers.Location!.OriginalString.Split('/')[2];
        using var target = await officer.PostAsync($"/programmes/{slug}/targets", Target(("Positions", "PersonResponsible")));
        using var person = await app.SignInAsync(SmallWorld.Responsible);

        var home = CoveragePagesTests.Plain(await person.ReadAsync("/"));

        Assert.Equal(HttpStatusCode.Redirect, target.StatusCode);
        Assert.Contains("个目标要求，完成一次即可", home);
        Assert.Equal(2, home.Split("为什么要我完成").Length);
    }

    [Fact]
    public async Task Who_has_done_it_before_is_entered_on_the_day_of_then()
    {
        using var officer = await app.SignInAsync(SmallWorld.LinxiOfficer);
        using var teacher = await app.SignInAsync(SmallWorld.Teacher);
        var vice = TrainingSteps.IdOf(SmallWorld.VicePrincipal);
        await app.CompleteAsync(vice, Guid.NewGuid());
        using var created = await officer.PostAsync("/programmes", Fields("后来设定的项目"));
        var slug = created.Headers.Location!.OriginalString.Split('/')[2];
        using var target = await officer.PostAsync($"/programmes/{slug}/targets", Target(("Positions", "ViceSafety"), ("Name", "副校长专项")));

        using var entered = await officer.PostAsync($"/programmes/{slug}/completions", new());
        using var again = await officer.PostAsync($"/programmes/{slug}/completions", new());
        using var forbidden = await teacher.PostAsync($"/programmes/{slug}/completions", new());
        using var unknown = await officer.PostAsync("/programmes/unknown/completions", new());

        Assert.Equal($"/programmes/{slug}?entered=1", entered.Headers.Location?.OriginalString);
        Assert.Equal($"/programmes/{slug}?entered=0", again.Headers.Location?.OriginalString);
        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (forbidden.StatusCode, unknown.StatusCode));
        var record = await app.WithDbAsync(db => db.TrainingRecords.AsNoTracking().SingleAsync(one => one.PersonId == vice && db.Programmes.Any(p => p.Id == one.ProgrammeId && p.Slug == slug)));
        Assert.Equal((Evidence.OnlineExamination, 92, record.HashContent()), (record.Evidence, record.Points, record.ContentHash));
        Assert.Contains("已查完，共计入1人", await officer.ReadAsync($"/programmes/{slug}?entered=1"));
    }

    [Fact]
    public async Task The_burden_is_known_before_a_target_is_set()
    {
        using var officer = await app.SignInAsync(SmallWorld.LinxiOfficer);
        var slug = await CreateAsync(officer);

        using var answer = await officer.PostAsync($"/programmes/{slug}/targets/burden", Target());
        using var unknown = await officer.PostAsync("/programmes/unknown/targets/burden", Target());
        using var preset = await officer.PostAsync($"/programmes/{slug}/targets/presets/burden", new() { ["Organization"] = Linxi, ["Preset"] = "CityPlanItem7" });
        using var unknownPreset = await officer.PostAsync("/programmes/unknown/targets/presets/burden", new() { ["Organization"] = Linxi });
        using var wrongPreset = await officer.PostAsync($"/programmes/{slug}/targets/presets/burden", new() { ["Organization"] = "NOWHERE" });
        using var wrong = await officer.PostAsync($"/programmes/{slug}/targets/burden", Target(("Organization", "NOWHERE")));

        var page = CoveragePagesTests.Plain(WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()));
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.NotFound, HttpStatusCode.UnprocessableEntity), (answer.StatusCode, unknown.StatusCode, wrong.StatusCode));
        Assert.Matches("按今天的名册，共3人，每人约[0-9]+分钟", page);
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.NotFound, HttpStatusCode.UnprocessableEntity), (preset.StatusCode, unknownPreset.StatusCode, wrongPreset.StatusCode));
        Assert.Matches("按今天的名册，共[1-9][0-9]*人，每人约[0-9]+分钟", CoveragePagesTests.Plain(WebUtility.HtmlDecode(await preset.Content.ReadAsStringAsync())));
        Assert.Equal(0, await app.WithDbAsync(db => db.CoverageTargets.CountAsync(one => db.Programmes.Any(p => p.Id == one.ProgrammeId && p.Slug == slug))));
    }

    [Theory]
    [InlineData("Quiz", "", "至少要求一项")]
    [InlineData("MoreQuizzes", "rotation-2024", "同一个测验只能要求一次")]
    [InlineData("Hours[0].Hours", "401", "每个领域的学时须为1至400")]
    [InlineData("MoreQuizzes", "no-such-quiz", "请从列表中选择结业测验")]
    public async Task Says_what_is_wrong_with_what_is_asked(string field, string value, string sentence)
    {
        using var officer = await app.SignInAsync(SmallWorld.LinxiOfficer);

        using var answer = await officer.PostAsync("/programmes", new Dictionary<string, string>(Fields(), StringComparer.Ordinal) { [field] = value });

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains(sentence, WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()));
    }

    [Fact]
    public async Task Strangers_and_bad_input_get_nowhere()
    {
        using var visitor = app.Visitor();
        using var teacher = await app.SignInAsync(SmallWorld.Teacher);
        using var officer = await app.SignInAsync(SmallWorld.LinxiOfficer);
        foreach (var path in (string[])["/assessments", "/assessments.csv", "/assessments/new"])
        {
            using var signedOut = await visitor.GetAsync(path);
            using var forbidden = await teacher.GetAsync(path);
            Assert.StartsWith("/account/session", signedOut.Headers.Location?.PathAndQuery);
            Assert.Equal(HttpStatusCode.Forbidden, forbidden.StatusCode);
        }

        using var unknownProof = await officer.GetAsync($"/assessments/{Guid.NewGuid()}/proof");
        using var unknown = await officer.PostAsync($"/assessments/{Guid.NewGuid()}/withdrawal", new() { ["Reason"] = "没有这一条" });
        using var empty = await officer.PostAsync("/assessments", new() { ["Day"] = "nonsense" });
        using var unknownProgramme = await officer.GetAsync("/programmes/unknown");
        Assert.All([unknownProof, unknown, unknownProgramme], answer => Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, empty.StatusCode);
        await officer.ReadAsync("/assessments?q=%25&sort=nonsense.down&page=-1&programme=x");
    }

    private async Task AttendAsync(TestBrowser keeper)
    {
        var code = await keeper.PlanAsync(new() { ["Programme"] = "", ["Domain"] = "Fire" });
        await keeper.CallAsync(code, SmallWorld.Principal);
        app.MoveTo(keeper.Today, 17);
        await keeper.MarkAsync(code, 1, ("沈知南", AttendanceMarks.Arrived));
        using var closed = await keeper.CloseAsync(code);
        Assert.Equal(HttpStatusCode.Redirect, closed.StatusCode);
    }

    private static async Task<HttpResponseMessage> AssessAsync(TestBrowser officer)
    {
        var form = await officer.ReadAsync("/assessments/new?q=沈知南");
        var part = PartOption().Match(form).Groups[1].Value;
        return await officer.UploadAsync("/assessments", "proof", "考核表.png", SessionSteps.Png, new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["Part"] = part,
            ["Day"] = SessionSteps.Day(officer.Today),
            ["Assessor"] = "方亦真",
            ["Lines[0].Person"] = Principal.ToString(),
            ["Lines[0].Passed"] = "true",
            ["Lines[0].Result"] = "优秀",
        });
    }

    private static async Task<string> CreateAsync(TestBrowser officer)
    {
        using var answer = await officer.PostAsync("/programmes", new Dictionary<string, string>(Fields("多项要求的项目"), StringComparer.Ordinal)
        {
            ["Hours[0].Domain"] = "Fire",
            ["Hours[0].Hours"] = "4",
            ["Assessments"] = "灭火器操作",
        });
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return answer.Headers.Location!.OriginalString.Split('/')[2];
    }

    private static async Task<string> TargetAsync(TestBrowser officer, string slug)
    {
        using var answer = await officer.PostAsync($"/programmes/{slug}/targets", Target());
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return answer.Headers.Location!.OriginalString.Split('/')[^1];
    }

    private Task<List<TrainingRecord>> RecordsAsync(string slug) => app.WithDbAsync(db => db.TrainingRecords.AsNoTracking()
        .Where(one => one.PersonId == Principal && db.Programmes.Any(programme => programme.Id == one.ProgrammeId && programme.Slug == slug)).ToListAsync());

    private Task<StandingKind> StandingAsync(string target) => app.WithDbAsync(db => db.CoverageStandings
        .Where(one => one.PersonId == Principal && db.CoverageTargets.Any(t => t.Id == one.TargetId && t.Slug == target)).Select(one => one.Kind).SingleAsync());

    private static Dictionary<string, string> Fields(string name = "同样要求的项目") => new(StringComparer.Ordinal)
    {
        ["Name"] = name,
        ["Organization"] = Linxi,
        ["Quiz"] = "rotation-2024",
        ["CycleFrom"] = "2024-01-01",
        ["CycleUntil"] = "2026-12-31",
        ["CertificateTitle"] = "安全轮训证明",
        ["Hours[0].Domain"] = "None",
    };

    private static Dictionary<string, string> Target(params (string Field, string Value)[] others)
    {
        var fields = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["Organization"] = Linxi,
            ["Name"] = "校长专项",
            ["Year"] = "2026",
            ["Percent"] = "80",
            ["Positions"] = "Principal",
            ["Kinds"] = "School",
            ["Employments"] = "Established",
            ["ExcludedFlags"] = "Private",
            ["WindowFrom"] = "2026-01-01",
            ["WindowUntil"] = "2026-12-31",
            ["CutOffDay"] = "2026-12-31",
        };
        foreach (var (field, value) in others)
        {
            fields[field] = value;
        }

        return fields;
    }

    [GeneratedRegex("<option value=\"([0-9a-f-]{36})\"")]
    private static partial Regex PartOption();
}

public sealed class ProgrammePartsOnSqlite(SqliteApp app) : ProgrammePartsTests(app), IClassFixture<SqliteApp>;

public sealed class ProgrammePartsOnPostgres(PostgresApp app) : ProgrammePartsTests(app), IClassFixture<PostgresApp>;
