using System.Diagnostics;
using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TrainingHub.Completions;
using TrainingHub.People;
using TrainingHub.Reports;
using TrainingHub.Seeds;
using TrainingHub.WebTests.Completions;
using TrainingHub.WebTests.Coverage;

namespace TrainingHub.WebTests.Reports;

/// <summary>The reports that bureaus file: whose days, whose numbers, and that they stay as they were made.</summary>
public abstract partial class PeriodReportTests(WebApp app)
{
    private static readonly TimeSpan LongestCount = TimeSpan.FromMinutes(1);
    private static readonly string City = WorldIds.CodeOf(SmallWorld.City), Linxi = WorldIds.CodeOf(SmallWorld.Linxi), Wangchuan = WorldIds.CodeOf(SmallWorld.Wangchuan);

    [Fact]
    public async Task A_quarters_report_has_the_figures_of_its_cut_off_day_and_calls_nothing_met_before_its_time()
    {
        using var officer = await app.SignInAsync(SmallWorld.CityOfficer);

        var address = await MakeAsync(officer, City, ReportKind.Quarter);
        var page = CoveragePagesTests.Plain(await officer.ReadAsync(address));
        var asOf = CoveragePagesTests.Plain(await officer.ReadAsync($"/coverage/s3-7-2026?organization={City}&day=2026-09-10"));

        Assert.Contains("云岭市教育局2026年第三季度安全培训工作报告", page);
        Assert.Contains("统计期间：2026年6月11日至2026年9月10日", page);
        Assert.Contains("2026年：校长、分管安全副校长、具体责任人轮训（截至9月10日，未到统计截止日）", page);
        Assert.DoesNotContain("已达标", page);
        Assert.DoesNotContain("未达标", page);
        var (counted, covered) = (Number(asOf, @"应训 (\d+)"), Number(asOf, @"已训 (\d+)"));
        Assert.Contains($"100% {counted} {covered} ", page);
        Assert.Contains("（加盖公章处）", page);
        Assert.Contains("按2026年10月15日10:00:00掌握的情况统计", page);
    }

    [Fact]
    public async Task An_annual_report_names_its_result_only_for_targets_whose_cut_off_day_has_passed()
    {
        using var officer = await app.SignInAsync(SmallWorld.CityOfficer);

        var page = CoveragePagesTests.Plain(await officer.ReadAsync(await MakeAsync(officer, City, ReportKind.Year)));

        Assert.Contains("云岭市教育局2025年度安全培训工作报告", page);
        Assert.Contains("统计期间：2024年12月11日至2025年12月10日", page);
        Assert.Contains("2025年：校长、分管安全副校长、具体责任人轮训（截至12月10日，未到统计截止日）", page);
        Assert.Matches(@"2024年：校长、分管安全副校长、具体责任人轮训 \[\d+\] 不低于30% [\d ,.%]+ (已达标|未达标)", page);
    }

    [Fact]
    public async Task Stays_as_it_was_made_whatever_is_entered_later_and_is_made_again_beside_it()
    {
        using var officer = await app.SignInAsync(SmallWorld.LinxiOfficer);
        var address = await MakeAsync(officer, Linxi, ReportKind.Quarter);
        var before = await officer.ReadAsync(address);
        var document = await BytesAsync(officer, $"{address}/document.docx");

        app.Clock.Move(TimeSpan.FromMinutes(1));
        var entered = await app.InsideAsync(services => services.GetRequiredService<CompleteTraining>().RunAsync(
            TrainingSteps.CompletionOf(WorldIds.Of("person", SmallWorld.Principal), Guid.NewGuid(), new DateOnly(2026, 8, 1)), default));
        var again = await MakeAsync(officer, Linxi, ReportKind.Quarter);

        Assert.NotEmpty(entered);
        Assert.Equal(Article(before), Article(await officer.ReadAsync(address)));
        Assert.Equal(Word(document), Word(await BytesAsync(officer, $"{address}/document.docx")));
        Assert.NotEqual(Article(before), Article(await officer.ReadAsync(again)));
        Assert.Contains("（第2次生成）", await officer.ReadAsync("/reports?sort=Made.down"));
    }

    [Fact]
    public async Task The_sheet_of_roster_changes_stays_as_it_was_known_when_the_report_was_made()
    {
        using var officer = await app.SignInAsync(SmallWorld.CityOfficer);
        var address = await MakeAsync(officer, City, ReportKind.Quarter);
        var before = await BytesAsync(officer, $"{address}/workbook.xlsx");

        app.Clock.Move(TimeSpan.FromMinutes(1));
        var name = await LeaveAsync(WorldIds.Of("organization", SmallWorld.WangchuanHigh), new DateOnly(2026, 8, 31));
        var after = await BytesAsync(officer, $"{address}/workbook.xlsx");
        var again = Sheets(await BytesAsync(officer, $"{await MakeAsync(officer, City, ReportKind.Quarter)}/workbook.xlsx"));

        Assert.DoesNotContain(name, Sheets(before)["名册变动和免训"]);
        Assert.Equal(before, after);
        Assert.Matches($@"\|望川县第一高级中学\|{name}\|离任\|", again["名册变动和免训"]);
    }

    [Fact]
    public async Task Files_have_a_sheet_for_each_section_with_the_units_own_columns_and_names_for_whoever_may_read_them()
    {
        using var officer = await app.SignInAsync(SmallWorld.CityOfficer);
        using var nameless = await app.SignInAsync(SmallWorld.WangchuanOfficer);
        await app.WithDbAsync(db => db.Grants.Where(g => g.PersonId == WorldIds.Of("person", SmallWorld.WangchuanOfficer) && g.Capability == Capability.ReadNames)
            .ExecuteUpdateAsync(set => set.SetProperty(g => g.RevokedAt, TestClock.Start.UtcDateTime)));

        using var wrong = await officer.PostAsync($"/reports/columns/{City}", Columns("人数", "人数"));
        using var kept = await officer.PostAsync($"/reports/columns/{City}", Columns("学校名称", "应参训人数"));
        using var stale = await officer.PostAsync($"/reports/columns/{City}", Columns("学校", "人数").Append(new("Version", "0000")));
        var own = Sheets(await BytesAsync(officer, $"{await MakeAsync(officer, City, ReportKind.Quarter)}/workbook.xlsx"));
        var below = Sheets(await BytesAsync(nameless, $"{await MakeAsync(nameless, Wangchuan, ReportKind.Quarter)}/workbook.xlsx"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.Conflict), (kept.StatusCode, stale.StatusCode));
        Assert.Equal(["说明", "目标", "分岗位", "分单位", "集中培训", "名单", "名册变动和免训", "口径与出处"], own.Keys);
        Assert.StartsWith("应参训人数|学校名称|", own["分单位"]);
        Assert.Contains("沈知南", own["名单"]);
        Assert.Matches($@"/coverage/s3-7-2026\?organization={City}&amp;day=2026-09-10&amp;moment=2026-10-15T10:\d\d:00", own["口径与出处"]);
        Assert.StartsWith("应参训人数|学校名称|", below["分单位"]);
        Assert.DoesNotContain("名单", below.Keys);
    }

    [Fact]
    public async Task One_click_makes_one_for_every_unit_below_and_counting_goes_on_where_it_was()
    {
        using var officer = await app.SignInAsync(SmallWorld.WangchuanOfficer);
        var address = await MakeAsync(officer, Wangchuan, ReportKind.Campaign);

        using var clicked = await officer.PostAsync($"{address}/units", new Dictionary<string, string>());
        await app.InsideAsync(services => services.GetRequiredService<ContinueReports>().RunAsync(default));
        var below = await app.WithDbAsync(db => db.Reports.AsNoTracking().Where(r => r.Kind == ReportKind.Campaign && r.RecipientName == "望川县教育局").ToListAsync());
        var begun = await app.InsideAsync(async services => (MakeReportOutcome.Begun)await services.GetRequiredService<MakeReport>()
            .RunAsync(WorldIds.Of("organization", SmallWorld.Wangchuan), ReportKind.Year, new DateOnly(2025, 12, 15), new DateOnly(2025, 12, 1), default));
        await app.InsideAsync(services => services.GetRequiredService<ContinueReports>().RunAsync(begun.Id, TimeSpan.Zero, default));
        var some = await app.WithDbAsync(db => db.ReportSections.CountAsync(s => s.ReportId == begun.Id && s.Content != null));
        await app.InsideAsync(services => services.GetRequiredService<ContinueReports>().RunAsync(default));

        Assert.Contains("已为2个下级单位开始生成", await officer.ReadAsync(clicked.Headers.Location!.OriginalString));
        Assert.Equal(["望川县第一高级中学", "松坪乡中心学校"], below.Select(r => r.UnitName).Order(StringComparer.Ordinal));
        Assert.All(below, report => Assert.NotNull(report.FinishedAt));
        Assert.InRange(some, 1, 2);
        Assert.Contains("统计期间：2024年12月11日至2025年12月1日", await officer.ReadAsync($"/reports/{begun.Id}"));
    }

    [Fact]
    public async Task Keeps_the_scan_of_the_sealed_copy()
    {
        using var school = await app.SignInAsync(SmallWorld.SchoolAdministrator);
        var address = await MakeAsync(school, WorldIds.CodeOf(SmallWorld.School32), ReportKind.Quarter);

        using var wrong = await school.UploadAsync($"{address}/scans", "scan", "盖章件.pdf", "text"u8.ToArray(), []);
        using var kept = await school.UploadAsync($"{address}/scans", "scan", "盖章件.pdf", "%PDF-1.4"u8.ToArray(), []);
        var page = await school.ReadAsync(address);
        var scan = ScanAddress().Match(page).Value;

        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, kept.StatusCode);
        Assert.Equal("%PDF-1.4", Encoding.ASCII.GetString(await BytesAsync(school, scan)));
        using var other = await app.SignInAsync(SmallWorld.WangchuanOfficer);
        foreach (var path in new[] { address, scan, $"{address}/document.docx", $"{address}/workbook.xlsx", $"/reports/columns/{Linxi}" })
        {
            using var answer = await other.GetAsync(path);
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        }
    }

    [Theory]
    [InlineData("Organization", "NOWHERE", "请填写你能查看的单位代码或全称")]
    [InlineData("Kind", "9", "请选择报告类型")]
    [InlineData("Due", "2026-08-15", "这一天没有应报送的这类报告")]
    [InlineData("Due", "2026-12-15", "这一天没有应报送的这类报告")]
    [InlineData("CutOff", "2026-09-16", "数据截止日须在2026年9月1日至2026年9月15日之间")]
    public async Task Says_what_is_wrong(string field, string value, string sentence)
    {
        using var officer = await app.SignInAsync(SmallWorld.CityOfficer);

        using var answer = await officer.PostAsync("/reports", new Dictionary<string, string>(StringComparer.Ordinal) { ["Organization"] = City, ["Kind"] = "Quarter" }.Where(pair => !string.Equals(pair.Key, field, StringComparison.Ordinal)).Append(new(field, value)));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains(sentence, WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()));
    }

    [Fact]
    public async Task Strangers_learners_and_unknown_addresses_get_nothing()
    {
        using var visitor = app.Visitor();
        using var learner = await app.SignInAsync(SmallWorld.Teacher);
        using var officer = await app.SignInAsync(SmallWorld.CityOfficer);

        using var signedOut = await visitor.GetAsync("/reports");
        using var forbidden = await learner.GetAsync("/reports");
        using var csv = await learner.GetAsync("/reports.csv");
        using var unknown = await officer.GetAsync($"/reports/{Guid.NewGuid()}");
        using var ahead = await officer.PostAsync("/reports", new Dictionary<string, string>(StringComparer.Ordinal) { ["Organization"] = City, ["Kind"] = "Year", ["Due"] = "2026-12-15" });

        Assert.StartsWith("/account/session", signedOut.Headers.Location?.PathAndQuery);
        Assert.All([forbidden, csv], answer => Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode));
        Assert.Equal(HttpStatusCode.NotFound, unknown.StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, ahead.StatusCode);
        Assert.Contains("还没有到，不能生成", WebUtility.HtmlDecode(await ahead.Content.ReadAsStringAsync()));
        await officer.ReadAsync("/reports?kind=nonsense&year=-5&sort=nonsense&page=-1");
        await officer.ReadAsync("/reports.csv?sort=Unit.down");
    }

    [Fact]
    public async Task A_forecast_carries_the_pace_on_to_the_cut_off_day()
    {
        using var visitor = app.Visitor();
        using var learner = await app.SignInAsync(SmallWorld.Teacher);
        using var officer = await app.SignInAsync(SmallWorld.WangchuanOfficer);

        var running = CoveragePagesTests.Plain(await officer.ReadAsync($"/reports/forecasts/s3-7-2026?organization={Wangchuan}"));
        var over = await officer.ReadAsync("/reports/forecasts/s3-7-2024");
        using var signedOut = await visitor.GetAsync("/reports/forecasts/s3-7-2026");
        using var forbidden = await learner.GetAsync("/reports/forecasts/s3-7-2026");
        using var outside = await officer.GetAsync($"/reports/forecasts/s3-7-2026?organization={Linxi}");
        using var unknown = await officer.GetAsync("/reports/forecasts/no-such-target");

        // Nobody of the county completed anything in the last 90 days: it stays where it is.
        Assert.Matches(@"到2026年12月31日预计已训(\d+)人，.*已训\1人，应训", running);
        Assert.Contains("统计截止日已到，不作预测", over);
        Assert.StartsWith("/account/session", signedOut.Headers.Location?.PathAndQuery);
        Assert.All([forbidden, outside, unknown], answer => Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode));
    }

    /// <summary>Enters now that the principal of a school left on a day long past; returns the principal's name.</summary>
    private Task<string> LeaveAsync(Guid school, DateOnly last) => LeaveAsync(app, school, last);

    internal static Task<string> LeaveAsync(WebApp app, Guid school, DateOnly last) => app.WithDbAsync(async db =>
    {
        var now = app.Clock.GetUtcNow().UtcDateTime;
        var post = await (
            from membership in db.Memberships
            where membership.OrganizationId == school && membership.SupersededAt == null && membership.From <= last && last < membership.Until
            join mapping in db.PositionMappings on membership.PositionId equals mapping.PositionId
            where mapping.SupersededAt == null && mapping.Core == CorePosition.Principal
            select membership).AsNoTracking().FirstAsync();
        await db.Memberships.Where(m => m.Id == post.Id).ExecuteUpdateAsync(set => set.SetProperty(m => m.SupersededAt, now));
        db.Add(new Membership
        {
            Id = Guid.CreateVersion7(),
            FactId = post.FactId,
            PersonId = post.PersonId,
            OrganizationId = post.OrganizationId,
            PositionId = post.PositionId,
            From = post.From,
            Until = last,
            IsPrimary = post.IsPrimary,
            Employment = post.Employment,
            RecordedAt = now,
        });
        await db.SaveChangesAsync();
        return await db.People.Where(p => p.Id == post.PersonId).Select(p => p.Name).SingleAsync();
    });

    internal static async Task<string> MakeAsync(TestBrowser officer, string unit, ReportKind kind)
    {
        using var answer = await officer.PostAsync("/reports", new Dictionary<string, string>(StringComparer.Ordinal) { ["Organization"] = unit, ["Kind"] = kind.ToString() });
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return answer.Headers.Location!.OriginalString;
    }

    internal static IEnumerable<KeyValuePair<string, string>> Columns(string unit, string counted) =>
    [
        new("Columns[0].Key", "Unit"), new("Columns[0].Place", "2"), new("Columns[0].Name", unit), new("Columns[1].Key", "Counted"), new("Columns[1].Place", "1"), new("Columns[1].Name", counted),
        new("Columns[2].Key", "Covered"), new("Columns[2].Place", ""), new("Columns[2].Name", ""),
    ];

    internal static async Task<byte[]> BytesAsync(TestBrowser officer, string path)
    {
        // On a machine that is busy the background makes the rest of a report.
        var since = Stopwatch.GetTimestamp();
        while (true)
        {
            using var answer = await officer.GetAsync(path);
            if (answer.StatusCode is not HttpStatusCode.NotFound || Stopwatch.GetElapsedTime(since) > LongestCount)
            {
                Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
                return await answer.Content.ReadAsByteArrayAsync();
            }

            await Task.Delay(TimeSpan.FromMilliseconds(200));
        }
    }

    private static string Article(string page) => page.Split("<article")[1].Split("</article>")[0];

    private static string Word(byte[] document) => Entry(document, "word/document.xml") + Entry(document, "word/footnotes.xml");

    /// <summary>The texts of each sheet, those of a row's cells one after the other.</summary>
    internal static Dictionary<string, string> Sheets(byte[] workbook) => SheetName().Matches(Entry(workbook, "xl/workbook.xml"))
        .Select((match, index) => (Name: match.Groups[1].Value, Index: index + 1))
        .ToDictionary(sheet => sheet.Name, sheet => string.Concat(CellText().Matches(Entry(workbook, $"xl/worksheets/sheet{sheet.Index}.xml")).Select(match => match.Groups[1].Value + "|")), StringComparer.Ordinal);

    private static string Entry(byte[] package, string path)
    {
        using var archive = new ZipArchive(new MemoryStream(package));
        using var reader = new StreamReader(archive.GetEntry(path)!.Open());
        return reader.ReadToEnd();
    }

    private static string Number(string page, string pattern) => Regex.Match(page.Split("2026年 目标")[1], pattern).Groups[1].Value;

    [GeneratedRegex("<sheet name=\"([^\"]+)\"")]
    private static partial Regex SheetName();

    [GeneratedRegex("<(?:x:)?t[^>]*>([^<]*)</(?:x:)?t>")]
    private static partial Regex CellText();

    [GeneratedRegex("/reports/[0-9a-f-]{36}/scans/[0-9a-f-]{36}")]
    private static partial Regex ScanAddress();
}

public sealed class PeriodReportOnSqlite(SqliteApp app) : PeriodReportTests(app), IClassFixture<SqliteApp>;

public sealed class PeriodReportOnPostgres(PostgresApp app) : PeriodReportTests(app), IClassFixture<PostgresApp>;
