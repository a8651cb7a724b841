using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using TrainingHub.Records;
using TrainingHub.Recognitions;
using TrainingHub.Seeds;
using TrainingHub.Storage;
using TrainingHub.WebTests.Completions;
using TrainingHub.WebTests.Coverage;
using TrainingHub.WebTests.Sessions;

namespace TrainingHub.WebTests.Recognitions;

/// <summary>Outside training: entered by the unit with its proof, decided by the unit above, counted from its own day.</summary>
public abstract class RecognitionTests(WebApp app)
{
    private static readonly Guid Responsible = TrainingSteps.IdOf(SmallWorld.Responsible);

    [Fact]
    public async Task Completes_a_programme_on_the_day_of_its_proof_once_it_is_accepted_and_no_longer_when_it_is_taken_back()
    {
        using var school = await app.SignInAsync(SmallWorld.SchoolAdministrator);
        using var county = await app.SignInAsync(SmallWorld.LinxiOfficer);
        // Another programme that asks for the same is completed by the same.
        using var created = await county.PostAsync("/programmes", new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["Name"] = "同样要求的项目",
            ["Organization"] = WorldIds.CodeOf(SmallWorld.Linxi),
            ["Quiz"] = "rotation-2024",
            ["CycleFrom"] = "2024-01-01",
            ["CycleUntil"] = "2026-12-31",
            ["CertificateTitle"] = "安全轮训证明",
            ["Hours[0].Domain"] = "None",
        });
        using var entered = await EnterAsync(school);
        using var again = await EnterAsync(school);
        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.Conflict), (entered.StatusCode, again.StatusCode));
        var asked = await app.WithDbAsync(db => db.OutsideTrainings.AsNoTracking().Known().SingleAsync(one => one.PersonId == Responsible && one.Title == "省级校园安全培训班"));
        Assert.Empty(await RecordsAsync());

        // The unit itself does not decide.
        using var own = await school.PostAsync("/recognitions/decisions", Decision(asked.Id));
        using var accepted = await county.PostAsync("/recognitions/decisions", Decision(asked.Id));
        using var twice = await county.PostAsync("/recognitions/decisions", Decision(asked.Id));
        Assert.Equal((HttpStatusCode.Forbidden, HttpStatusCode.Redirect, HttpStatusCode.Conflict), (own.StatusCode, accepted.StatusCode, twice.StatusCode));
        var records = await RecordsAsync();
        Assert.Equal(2, records.Select(one => one.ProgrammeId).Distinct().Count());
        Assert.All(records, one => Assert.Equal((Evidence.OutsideTraining, new DateOnly(2025, 9, 3), 720), (one.Evidence, one.CompletionDay, one.CreditMinutes)));
        var record = records[0];
        Assert.Contains("-05-", await app.WithDbAsync(db => db.Certificates.Where(one => one.RecordId == record.Id).Select(one => one.Serial).SingleAsync()), StringComparison.Ordinal);

        var page = CoveragePagesTests.Plain(await county.ReadAsync($"/recognitions/{asked.FactId}"));
        using var proof = await school.GetAsync($"/recognitions/{asked.FactId}/proof");
        Assert.Contains("已认可", page);
        Assert.Equal("image/png", proof.Content.Headers.ContentType?.MediaType);
        Assert.Contains("省级校园安全培训班", await county.ReadAsync("/recognitions.csv?state=Accepted"));

        using var bySchool = await school.PostAsync($"/recognitions/{asked.FactId}/withdrawal", new() { ["Reason"] = "证明有误" });
        using var withdrawn = await county.PostAsync($"/recognitions/{asked.FactId}/withdrawal", new() { ["Reason"] = "证明有误" });
        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.Redirect), (bySchool.StatusCode, withdrawn.StatusCode));
        Assert.Equal(["证明有误", "证明有误"], await app.WithDbAsync(db => db.Revocations.Where(one => db.TrainingRecords.Any(of => of.Id == one.RecordId && of.PersonId == Responsible)).Select(one => one.Reason).ToListAsync()));
        Assert.Equal(3, await app.WithDbAsync(db => db.OutsideTrainings.CountAsync(one => one.FactId == asked.FactId)));
    }

    [Fact]
    public async Task A_sheet_is_entered_row_by_row_says_what_is_wrong_and_is_nothing_new_the_second_time()
    {
        using var school = await app.SignInAsync(SmallWorld.SchoolAdministrator);
        using var county = await app.SignInAsync(SmallWorld.LinxiOfficer);
        var sheet = Encoding.UTF8.GetBytes("姓名,培训名称,主办单位,结束日期,学时,领域\n陈若川,消防演练骨干培训,市消防救援支队,2026.9.1,8,消防\n温以宁,消防演练骨干培训,市消防救援支队,2026-09-01,8,消防\n顾一鸣,消防演练骨干培训,市消防救援支队,2026-09-01,8,消防\n陈若川,明年的培训,市教育局,2027-01-01,8,\n");

        var first = await ReadAsync(school, sheet);
        var second = await ReadAsync(school, sheet);

        Assert.Contains("已登记2条，等待上级审核；0条以前登记过；2条未登记", first);
        Assert.Contains("名册中没有这名在职人员", first);
        Assert.Contains("结束日期不得晚于今天", first);
        Assert.Contains("已登记0条，等待上级审核；2条以前登记过", second);
        var ids = await app.WithDbAsync(db => db.OutsideTrainings.Where(one => one.Title == "消防演练骨干培训").Select(one => one.Id).ToListAsync());
        var chosen = ids.Select(id => KeyValuePair.Create("Ids", id.ToString())).ToList();
        using var noReason = await county.PostAsync("/recognitions/decisions", chosen.Append(new("IsAccepted", "false")));
        using var refused = await county.PostAsync("/recognitions/decisions", chosen.Append(new("IsAccepted", "false")).Append(new("Reason", "证明看不清")));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.Redirect), (noReason.StatusCode, refused.StatusCode));
        Assert.Equal(2, await app.WithDbAsync(db => db.OutsideTrainings.Known().CountAsync(one => one.Title == "消防演练骨干培训" && one.State == OutsideState.Refused && one.Reason == "证明看不清")));
    }

    [Fact]
    public async Task Strangers_and_bad_input_get_nowhere()
    {
        using var visitor = app.Visitor();
        using var teacher = await app.SignInAsync(SmallWorld.Teacher);
        using var school = await app.SignInAsync(SmallWorld.SchoolAdministrator);
        using var other = await app.SignInAsync(SmallWorld.WangchuanOfficer);
        foreach (var path in (string[])["/recognitions", "/recognitions.csv", "/recognitions/new", "/recognitions/sheets/new"])
        {
            using var signedOut = await visitor.GetAsync(path);
            using var forbidden = await teacher.GetAsync(path);
            Assert.StartsWith("/account/session", signedOut.Headers.Location?.PathAndQuery);
            Assert.Equal(HttpStatusCode.Forbidden, forbidden.StatusCode);
        }

        using var entered = await EnterAsync(school, "只有本区看得到的培训");
        var fact = await app.WithDbAsync(db => db.OutsideTrainings.Where(one => one.Title == "只有本区看得到的培训").Select(one => one.FactId).SingleAsync());
        foreach (var path in (string[])[$"/recognitions/{fact}", $"/recognitions/{fact}/proof", $"/recognitions/{Guid.NewGuid()}"])
        {
            using var strange = await other.GetAsync(path);
            Assert.Equal(HttpStatusCode.NotFound, strange.StatusCode);
        }

        using var beside = await other.PostAsync("/recognitions/decisions", Decision(fact));
        using var noProof = await school.PostAsync("/recognitions", Fields("没有证明"));
        using var notAPicture = await school.UploadAsync("/recognitions", "proof", "证明.pdf", "MZ"u8.ToArray(), Fields("假证明"));
        using var stranger = await school.UploadAsync("/recognitions", "proof", "证明.png", SessionSteps.Png, new Dictionary<string, string>(Fields("外人"), StringComparer.Ordinal) { ["Person"] = TrainingSteps.IdOf(SmallWorld.BinhePrincipal).ToString() });
        using var noSheet = await school.UploadAsync("/recognitions/sheets", [("sheet", "a.csv", "没有表头"u8.ToArray()), ("proof", "证明.png", SessionSteps.Png)], []);
        Assert.Equal(HttpStatusCode.NotFound, beside.StatusCode);
        Assert.All([noProof, notAPicture, stranger, noSheet], answer => Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode));
        await school.ReadAsync("/recognitions?state=99&sort=nonsense&page=-1&q=%25");
        Assert.Contains("骆怀安", await school.ReadAsync("/recognitions/new?name=骆怀安"));
    }

    private static Dictionary<string, string> Decision(Guid id) => new(StringComparer.Ordinal) { ["Ids"] = id.ToString(), ["IsAccepted"] = "true" };

    private static Dictionary<string, string> Fields(string title) => new(StringComparer.Ordinal)
    {
        ["Person"] = Responsible.ToString(),
        ["Title"] = title,
        ["Organizer"] = "省教育厅",
        ["From"] = "2025-09-01",
        ["Until"] = "2025-09-03",
        ["Hours"] = "16",
        ["Domain"] = "Fire",
        ["Result"] = "合格",
        ["Programme"] = "safety-rotation",
    };

    private static Task<HttpResponseMessage> EnterAsync(TestBrowser school, string title = "省级校园安全培训班") =>
        school.UploadAsync("/recognitions", "proof", "结业证书.png", SessionSteps.Png, Fields(title));

    private static async Task<string> ReadAsync(TestBrowser school, byte[] sheet)
    {
        using var answer = await school.UploadAsync("/recognitions/sheets", [("sheet", "登记表.csv", sheet), ("proof", "证明.png", SessionSteps.Png)], []);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return CoveragePagesTests.Plain(WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()));
    }

    private Task<List<TrainingRecord>> RecordsAsync() => app.WithDbAsync(db => db.TrainingRecords.AsNoTracking().Where(one => one.PersonId == Responsible).ToListAsync());
}

public sealed class RecognitionOnSqlite(SqliteApp app) : RecognitionTests(app), IClassFixture<SqliteApp>;

public sealed class RecognitionOnPostgres(PostgresApp app) : RecognitionTests(app), IClassFixture<PostgresApp>;
