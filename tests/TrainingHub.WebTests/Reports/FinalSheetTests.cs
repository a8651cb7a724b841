using System.IO.Compression;
using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TrainingHub.Coverage;
using TrainingHub.Organizations;
using TrainingHub.People;
using TrainingHub.Seeds;
using TrainingHub.WebTests.Coverage;

namespace TrainingHub.WebTests.Reports;

/// <summary>The final sheets of the year: from frozen figures of a cut-off day alone, and the same whenever they are made.</summary>
public abstract partial class FinalSheetTests(WebApp app)
{
    private static readonly string Linxi = WorldIds.CodeOf(SmallWorld.Linxi), Wangchuan = WorldIds.CodeOf(SmallWorld.Wangchuan);

    [Fact]
    public async Task Says_what_is_to_be_done_until_the_cut_off_day_is_over_and_frozen()
    {
        using var officer = await app.SignInAsync(SmallWorld.CityOfficer);
        using var county = await app.SignInAsync(SmallWorld.WangchuanOfficer);

        var ahead = CoveragePagesTests.Plain(await officer.ReadAsync("/reports/finals?year=2026"));
        var over = await officer.ReadAsync("/reports/finals?year=2024");
        var below = CoveragePagesTests.Plain(await county.ReadAsync("/reports/finals?year=2024"));
        var early = await SnapshotTests.FreezeAsync(app, officer, "s3-7-2024", "2024-12-30");
        using var notFinal = await officer.GetAsync($"/reports/finals/s3-7-2024/{early.Split('/')[^1]}");
        var here = await SnapshotTests.FreezeAsync(app, officer, "s3-7-2024", "2024-12-31");
        var frozen = await officer.ReadAsync("/reports/finals?year=2024");

        Assert.Matches("校长、分管安全副校长、具体责任人轮训.*截至10月1[5-9]日，未到统计截止日 2026年12月31日过完并冻结数据后才能生成", ahead);
        Assert.DoesNotContain("达标", ahead);
        Assert.Contains("href=\"/coverage/s3-7-2024/snapshots#freeze\"", over);
        Assert.Contains("冻结2024年12月31日的数据，再生成核定表", over);
        Assert.Contains("由制定单位云岭市教育局冻结", below);
        Assert.Equal(HttpStatusCode.NotFound, notFinal.StatusCode);
        Assert.Contains($"/reports/finals/s3-7-2024/{here.Split('/')[^1]}", frozen);
        Assert.DoesNotContain("href=\"/coverage/s3-7-2024/snapshots#freeze\"", frozen);
        Assert.Contains("/reports/finals/s3-7-2024/", await officer.ReadAsync(here));
    }

    [Fact]
    public async Task Is_the_same_to_the_byte_after_later_changes_and_an_anonymization_alters_names_alone()
    {
        using var officer = await app.SignInAsync(SmallWorld.CityOfficer);
        var here = await SnapshotTests.FreezeAsync(app, officer, "s3-7-2025", "2025-12-31");
        var sheet = here.Replace("/coverage/s3-7-2025/snapshots", "/reports/finals/s3-7-2025", StringComparison.Ordinal);
        var before = await FilesAsync(officer, sheet);
        var page = CoveragePagesTests.Plain(await officer.ReadAsync(sheet));

        app.Clock.Move(TimeSpan.FromDays(1));
        var person = await SnapshotTests.EnterAsync(app, "s3-7-2025", new DateOnly(2025, 12, 1));
        await app.WithDbAsync(db => db.CoverageTargets.Where(t => t.Slug == "s3-7-2025").ExecuteUpdateAsync(set => set.SetProperty(t => t.Name, "改了名的目标")));
        var after = await FilesAsync(officer, sheet);
        var name = await SnapshotTests.AnonymizeAsync(app, person);
        var anonymous = await FilesAsync(officer, sheet);

        Assert.Contains("云岭市教育局2025年度培训覆盖率年终核定表", page);
        Assert.Contains("统计截止日：2025年12月31日，按2026年10月", page);
        Assert.Matches(@"不低于60% 19 \d+ \d+ [\d.]+% \d+ .* 未达标", page);
        Assert.Contains("（加盖公章处）", page);
        Assert.Contains("钟审定（安全科科长）", page);
        Assert.Equal(before, after);
        Assert.Equal(before.Take(2), anonymous.Take(2));
        Assert.NotEqual(before[2], anonymous[2]);
        Assert.Equal(Parts(before[2]).Select(part => part.Replace(name, "已匿名", StringComparison.Ordinal)), Parts(anonymous[2]));
    }

    [Fact]
    public async Task All_targets_of_a_year_stand_on_one_sheet_of_a_unit_from_their_snapshots_alone()
    {
        using var officer = await app.SignInAsync(SmallWorld.CityOfficer);
        using var county = await app.SignInAsync(SmallWorld.WangchuanOfficer);
        await SnapshotTests.FreezeAsync(app, officer, "s3-7-2025", "2025-12-31");

        var page = CoveragePagesTests.Plain(await officer.ReadAsync("/reports/finals/2025"));
        // A unit that no target of the year has, though first by name, is not the one that is shown.
        var newcomer = Guid.NewGuid();
        await app.WithDbAsync(db =>
        {
            db.Add(new Organization { Id = newcomer, Code = "AAAA22", Name = "A新设单位", NormalizedName = "A新设单位", CreatedAt = DateTime.UnixEpoch });
            db.Add(new OrganizationPath { Id = Guid.NewGuid(), AncestorId = newcomer, DescendantId = newcomer, Depth = 0, From = new DateOnly(2026, 1, 1), Until = new DateOnly(9999, 12, 31), RecordedAt = DateTime.UnixEpoch });
            db.Add(new Grant { Id = Guid.NewGuid(), PersonId = WorldIds.Of("person", SmallWorld.WangchuanOfficer), OrganizationId = newcomer, Capability = Capability.ReadCoverage, GrantedAt = DateTime.UnixEpoch });
            return db.SaveChangesAsync();
        });
        var below = CoveragePagesTests.Plain(await county.ReadAsync("/reports/finals/2025"));
        var before = await FilesAsync(officer, "/reports/finals/2025");
        app.Clock.Move(TimeSpan.FromDays(1));
        await SnapshotTests.EnterAsync(app, "s3-7-2025", new DateOnly(2025, 12, 2));
        var after = await FilesAsync(officer, "/reports/finals/2025");
        var others = await app.WithDbAsync(db => db.CoverageTargets.CountAsync(t => t.Year == 2025 && t.Slug != "s3-7-2025" && !db.CoverageSnapshots.Any(s => s.TargetId == t.Id)));

        Assert.Contains("云岭市教育局2025年度培训覆盖率目标核定总表", page);
        Assert.Matches(@"不低于60% 2025年12月31日 19 \d+ \d+ [\d.]+% \d+ .* 未达标", page);
        Assert.Equal(others > 0, page.Contains($"另有{others}个目标", StringComparison.Ordinal));
        Assert.Contains("望川县教育局2025年度", below);
        Assert.DoesNotContain("临溪", below);
        Assert.Equal(before, after);

        // The list sorts, filters and goes out as a file.
        var list = await officer.ReadAsync("/reports/finals?year=2025&sort=CutOffDay.down&state=Frozen");
        var file = await officer.ReadAsync("/reports/finals.csv?year=2025&state=Frozen");
        Assert.Contains("aria-sort=\"descending\"", list);
        Assert.DoesNotContain("还没有冻结</span>", list);
        Assert.Equal(2, file.Trim().Split('\n').Length);
        Assert.Contains("已冻结", file);
        Assert.Contains("没有符合条件的目标", await officer.ReadAsync("/reports/finals?year=2025&q=没有这样的目标"));
    }

    [Fact]
    public async Task A_unit_below_gets_its_own_sheet_and_names_only_where_it_may_read_them()
    {
        using var officer = await app.SignInAsync(SmallWorld.CityOfficer);
        using var county = await app.SignInAsync(SmallWorld.WangchuanOfficer);
        var number = (await SnapshotTests.FreezeAsync(app, officer, "s3-7-2025", "2025-12-31")).Split('/')[^1];
        await app.WithDbAsync(db => db.Grants.Where(g => g.PersonId == WorldIds.Of("person", SmallWorld.WangchuanOfficer) && g.Capability == Capability.ReadNames)
            .ExecuteUpdateAsync(set => set.SetProperty(g => g.RevokedAt, TestClock.Start.UtcDateTime)));
        county.Http.DefaultRequestHeaders.AcceptLanguage.ParseAdd("en");

        var page = CoveragePagesTests.Plain(await county.ReadAsync($"/reports/finals/s3-7-2025/{number}"));
        using var own = await county.GetAsync($"/reports/finals/s3-7-2025/{number}/workbook.xlsx");
        using var whole = await officer.GetAsync($"/reports/finals/s3-7-2025/{number}/workbook.xlsx?organization={Linxi}");

        Assert.Contains("final sheet of training coverage in 2025", page);
        Assert.DoesNotContain("临溪", page);
        Assert.DoesNotContain("Names", await SheetNamesAsync(own));
        Assert.Contains("名单", await SheetNamesAsync(whole));
    }

    [Fact]
    public async Task Opens_to_nobody_without_reach()
    {
        using var visitor = app.Visitor();
        using var learner = await app.SignInAsync(SmallWorld.Teacher);
        using var county = await app.SignInAsync(SmallWorld.WangchuanOfficer);
        using var officer = await app.SignInAsync(SmallWorld.CityOfficer);
        var sheet = $"/reports/finals/s3-7-2025/{(await SnapshotTests.FreezeAsync(app, officer, "s3-7-2025", "2025-12-31")).Split('/')[^1]}";

        using var list = await visitor.GetAsync("/reports/finals");
        using var forbidden = await learner.GetAsync("/reports/finals");
        using var odd = await officer.GetAsync("/reports/finals?year=nonsense");
        Assert.StartsWith("/account/session", list.Headers.Location?.PathAndQuery);
        Assert.Equal(HttpStatusCode.Forbidden, forbidden.StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, odd.StatusCode);
        Assert.Contains("年度要写成四位数字", WebUtility.HtmlDecode(await odd.Content.ReadAsStringAsync()));
        using var file401 = await visitor.GetAsync("/reports/finals.csv");
        using var file403 = await learner.GetAsync("/reports/finals.csv");
        Assert.StartsWith("/account/session", file401.Headers.Location?.PathAndQuery);
        Assert.Equal(HttpStatusCode.Forbidden, file403.StatusCode);
        foreach (var file in new[] { "", "/document.docx", "/workbook.xlsx" })
        {
            using var yearSignedOut = await visitor.GetAsync($"/reports/finals/2025{file}");
            using var yearHidden = await learner.GetAsync($"/reports/finals/2025{file}");
            using var yearOutside = await county.GetAsync($"/reports/finals/2025{file}?organization={Linxi}");
            using var yearNowhere = await officer.GetAsync($"/reports/finals/2025{file}?organization=NOWHERE");
            using var yearUnknown = await officer.GetAsync($"/reports/finals/1999{file}");
            Assert.StartsWith("/account/session", yearSignedOut.Headers.Location?.PathAndQuery);
            Assert.All([yearHidden, yearOutside, yearNowhere, yearUnknown], answer => Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode));
            using var signedOut = await visitor.GetAsync(sheet + file);
            using var hidden = await learner.GetAsync(sheet + file);
            using var outside = await county.GetAsync($"{sheet}{file}?organization={Linxi}");
            using var unknown = await officer.GetAsync($"/reports/finals/s3-7-2025/9999{file}");
            using var nowhere = await officer.GetAsync($"{sheet}{file}?organization=NOWHERE");
            Assert.StartsWith("/account/session", signedOut.Headers.Location?.PathAndQuery);
            Assert.All([hidden, outside, unknown, nowhere], answer => Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode));
        }
    }

    [Fact]
    public async Task Is_written_in_the_background_once_as_known_when_it_was_asked_for()
    {
        using var officer = await app.SignInAsync(SmallWorld.CityOfficer);
        var before = await officer.ReadAsync("/coverage/s3-7-2025/people.csv?day=2025-11-30&state=covered");
        var form = Guid.NewGuid();

        var asked = await Task.WhenAll(SnapshotTests.AskAsync(officer, "s3-7-2025", "2025-11-30", form), SnapshotTests.AskAsync(officer, "s3-7-2025", "2025-11-30", form));
        var waiting = CoveragePagesTests.Plain(await officer.ReadAsync(asked[0]));
        var list = await officer.ReadAsync("/coverage/s3-7-2025/snapshots");
        app.Clock.Move(TimeSpan.FromHours(1));
        await SnapshotTests.EnterAsync(app, "s3-7-2025", new DateOnly(2025, 11, 1));
        var both = Task.WhenAll(ContinueAsync(), ContinueAsync());
        while (!both.IsCompleted)
        {
            // Whoever came second waits for the first to let go.
            app.Clock.Move(TimeSpan.FromSeconds(20));
            await Task.WhenAny(both, Task.Delay(TimeSpan.FromMilliseconds(20)));
        }

        await both;
        using var done = await officer.GetAsync(asked[0]);
        var here = done.Headers.Location!.ToString();
        var again = await SnapshotTests.AskAsync(officer, "s3-7-2025", "2025-11-30", form);

        Assert.All([asked[1], again], address => Assert.Equal(asked[0], address));
        Assert.Contains("正在统计", waiting);
        Assert.Contains(asked[0], list);
        Assert.Equal(HttpStatusCode.Redirect, done.StatusCode);
        Assert.Equal(Rows(before).Order(StringComparer.Ordinal), Rows(await officer.ReadAsync(here + "/people.csv?state=covered")).Order(StringComparer.Ordinal));
        Assert.Equal(1, await app.WithDbAsync(db => db.CoverageSnapshots.CountAsync(s => s.Day == new DateOnly(2025, 11, 30))));
        Assert.DoesNotContain(asked[0], await officer.ReadAsync("/coverage/s3-7-2025/snapshots"));
    }

    private Task ContinueAsync() => app.InsideAsync(services => services.GetRequiredService<ContinueSnapshots>().RunAsync(default));

    /// <summary>The sheet itself without what stands around it, its document and its workbook.</summary>
    private static async Task<List<byte[]>> FilesAsync(TestBrowser officer, string sheet)
    {
        var page = await officer.ReadAsync(sheet);
        var files = new List<byte[]> { System.Text.Encoding.UTF8.GetBytes(page.Split("<article")[1].Split("</article>")[0]) };
        foreach (var file in new[] { "/document.docx", "/workbook.xlsx" })
        {
            using var answer = await officer.GetAsync(sheet + file);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            files.Add(await answer.Content.ReadAsByteArrayAsync());
        }

        return files;
    }

    private static async Task<IEnumerable<string>> SheetNamesAsync(HttpResponseMessage answer) =>
        SheetName().Matches(Parts(await answer.Content.ReadAsByteArrayAsync()).Single(part => part.Contains("<sheets>", StringComparison.Ordinal))).Select(match => match.Groups["name"].Value);

    private static List<string> Parts(byte[] package)
    {
        using var archive = new ZipArchive(new MemoryStream(package));
        return archive.Entries.Select(entry =>
        {
            using var reader = new StreamReader(entry.Open());
            return reader.ReadToEnd();
        }).ToList();
    }

    private static IEnumerable<string> Rows(string csv) => csv.Trim().Split("\r\n").Skip(1);

    [GeneratedRegex("<sheet name=\"(?<name>[^\"]+)\"", RegexOptions.ExplicitCapture)]
    private static partial Regex SheetName();
}

public sealed class FinalSheetOnSqlite(SqliteApp app) : FinalSheetTests(app), IClassFixture<SqliteApp>;

public sealed class FinalSheetOnPostgres(PostgresApp app) : FinalSheetTests(app), IClassFixture<PostgresApp>;
