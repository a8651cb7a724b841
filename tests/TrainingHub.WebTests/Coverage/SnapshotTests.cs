using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TrainingHub.Coverage;
using TrainingHub.Organizations;
using TrainingHub.Records;
using TrainingHub.Seeds;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.WebTests.Coverage;

/// <summary>Frozen figures: the same after whatever happens later, with the later facts beside them.</summary>
public abstract partial class SnapshotTests(WebApp app)
{
    private const string List = "/coverage/s3-7-2026/snapshots";

    [Fact]
    public async Task Stays_the_same_after_later_changes_and_an_anonymization_alters_names_alone()
    {
        using var officer = await app.SignInAsync(SmallWorld.CityOfficer);
        var here = await FreezeAsync(officer, "2026-10-14");
        var before = await PagesAsync(officer, here);
        var restated = CoveragePagesTests.Plain(await officer.ReadAsync(here + "/restatement"));

        app.Clock.Move(TimeSpan.FromDays(2));
        var person = await ChangeAsync();
        var after = await PagesAsync(officer, here);
        var later = CoveragePagesTests.Plain(await officer.ReadAsync(here + "/restatement"));
        var name = await AnonymizeAsync(person);
        var anonymous = await PagesAsync(officer, here);

        Assert.Contains("截至： 2026年10月14日", CoveragePagesTests.Plain(before[0]));
        Assert.Contains("没有不同", restated);
        Assert.Equal(before, after);
        Assert.Contains("冻结时 19 10 9", later);
        Assert.Contains("现在 19 11 8", later);
        Assert.Contains($"{name} ", later);
        Assert.Equal(before.Select(page => page.Replace(name, "已匿名", StringComparison.Ordinal)), anonymous);
        Assert.NotEqual(before, anonymous);
    }

    [Fact]
    public async Task Has_the_figures_and_names_of_its_day_and_sums_up_through_the_tree()
    {
        using var officer = await app.SignInAsync(SmallWorld.CityOfficer);
        using var county = await app.SignInAsync(SmallWorld.WangchuanOfficer);
        var past = CoveragePagesTests.Plain(await officer.ReadAsync("/coverage/s3-7-2026?day=2026-03-05"));
        var pastNames = await officer.ReadAsync("/coverage/s3-7-2026/people.csv?day=2026-03-05&state=covered");

        var here = await FreezeAsync(officer, "2026-03-05");
        var text = CoveragePagesTests.Plain(await officer.ReadAsync(here));
        var names = await officer.ReadAsync(here + "/people.csv?state=covered");
        var file = await officer.ReadAsync(here + "/figures.csv");
        var own = CoveragePagesTests.Plain(await county.ReadAsync(here));
        using var workbook = await officer.GetAsync(here + "/people.xlsx?state=missing");
        using var above = await county.GetAsync($"{here}?organization={WorldIds.CodeOf(SmallWorld.City)}");

        var figures = Figures().Match(past);
        Assert.Contains($"应训 {figures.Groups["counted"].Value} 已训 {figures.Groups["covered"].Value} ", text);
        Assert.Equal(Lines(pastNames).Order(StringComparer.Ordinal), Lines(names).Order(StringComparer.Ordinal));
        Assert.Contains("第", CoveragePagesTests.Plain(await officer.ReadAsync(List)));
        Assert.Contains("望川县教育局", own);
        Assert.DoesNotContain("临溪区", own);
        Assert.Equal(HttpStatusCode.NotFound, above.StatusCode);
        Assert.Equal(HttpStatusCode.OK, workbook.StatusCode);
        var rows = Lines(file).Select(line => line.Split(',')).ToList();
        Assert.Equal(int.Parse(rows[0][2], null), rows.Skip(1).Where(row => row[1] is not "合计").Sum(row => int.Parse(row[2], null)));
        Assert.Equal(int.Parse(rows[0][2], null), rows.Skip(1).Where(row => row[1] is "合计").Sum(row => int.Parse(row[2], null)));
    }

    [Fact]
    public async Task What_a_process_left_is_taken_up_by_the_next_one()
    {
        using var officer = await app.SignInAsync(SmallWorld.CityOfficer);
        using var county = await app.SignInAsync(SmallWorld.WangchuanOfficer);
        using var visitor = app.Visitor();
        var asked = await AskAsync(officer, "s3-7-2025", "2025-10-31", Guid.NewGuid());
        var (id, left) = (Guid.Parse(asked.Split('/')[^1]), Guid.NewGuid());
        await app.WithDbAsync(async db =>
        {
            var request = await db.SnapshotRequests.SingleAsync(r => r.Id == id);
            request.Hold(left, app.Clock.GetUtcNow().UtcDateTime.AddMinutes(5), app.Clock.GetUtcNow().UtcDateTime);
            request.Advance(left, 1, 2, app.Clock.GetUtcNow().UtcDateTime.AddMinutes(5));
            return await db.SaveChangesAsync();
        });
        var half = CoveragePagesTests.Plain(await officer.ReadAsync(asked));
        app.Clock.Move(TimeSpan.FromMinutes(6));

        await using var next = app.WithWebHostBuilder(host => host.UseSetting("Snapshots:Pump", "true"));
        _ = next.Server;
        for (var turn = 0; turn < 200 && await app.WithDbAsync(db => db.SnapshotRequests.AnyAsync(r => r.Id == id && r.Number == null)); turn++)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(50));
        }

        using var done = await officer.GetAsync(asked);
        Assert.Contains("正在写入：1/2", half);
        Assert.Equal(HttpStatusCode.Redirect, done.StatusCode);
        Assert.Contains("截至： 2025年10月31日", CoveragePagesTests.Plain(await officer.ReadAsync(done.Headers.Location!.ToString())));
        using var signedOut = await visitor.GetAsync(asked);
        using var outside = await county.GetAsync(asked);
        using var unknown = await officer.GetAsync($"/coverage/s3-7-2025/snapshots/requests/{Guid.NewGuid()}");
        using var elsewhere = await officer.GetAsync(asked.Replace("s3-7-2025", "s3-7-2026", StringComparison.Ordinal));
        using var odd = await officer.GetAsync("/coverage/s3-7-2025/snapshots/requests/nonsense");
        Assert.StartsWith("/account/session", signedOut.Headers.Location?.PathAndQuery);
        Assert.All([outside, unknown, elsewhere, odd], answer => Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode));
    }

    [Fact]
    public async Task A_second_form_for_a_day_that_is_being_frozen_is_told_and_the_same_form_counts_once()
    {
        using var officer = await app.SignInAsync(SmallWorld.CityOfficer);
        var form = Guid.NewGuid();
        var asked = await AskAsync(officer, "s3-7-2025", "2025-11-30", form);

        var again = await AskAsync(officer, "s3-7-2025", "2025-11-30", form);
        using var other = await officer.PostAsync("/coverage/s3-7-2025/snapshots", new Dictionary<string, string> { ["Form"] = Guid.NewGuid().ToString(), ["Day"] = "2025-11-30", ["Signer"] = "另一签字人", ["SignerTitle"] = "主任" });
        var told = WebUtility.HtmlDecode(await other.Content.ReadAsStringAsync());
        await app.InsideAsync(services => services.GetRequiredService<ContinueSnapshots>().RunAsync(default));

        Assert.Equal(asked, again);
        Assert.Equal(HttpStatusCode.Conflict, other.StatusCode);
        Assert.Contains("陆言秋已于", told);
        Assert.Contains(asked, told);
        Assert.Contains("value=\"另一签字人\"", told);
    }

    [Theory]
    [InlineData("", "张三", "主任")]
    [InlineData("2026-02-30", "张三", "主任")]
    [InlineData("2023-12-31", "张三", "主任")]
    [InlineData("2027-01-01", "张三", "主任")]
    [InlineData("2026-03-05", "", "主任")]
    public async Task Refuses_days_that_cannot_be_frozen_and_keeps_what_was_typed(string day, string signer, string title)
    {
        using var officer = await app.SignInAsync(SmallWorld.CityOfficer);

        using var answer = await officer.PostAsync(List, new Dictionary<string, string> { ["Day"] = day, ["Signer"] = signer, ["SignerTitle"] = title, ["Note"] = "第一季度" });

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("value=\"第一季度\"", WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()));
    }

    [Theory]
    [InlineData("")]
    [InlineData("/people")]
    [InlineData("/people.csv")]
    [InlineData("/people.xlsx")]
    [InlineData("/figures.csv")]
    [InlineData("/restatement")]
    public async Task Opens_to_nobody_without_reach(string page)
    {
        using var stranger = app.Visitor();
        using var county = await app.SignInAsync(SmallWorld.WangchuanOfficer);
        using var officer = await app.SignInAsync(SmallWorld.CityOfficer);
        var here = await FreezeAsync(officer, "2026-09-30");

        using var signedOut = await stranger.GetAsync(here + page);
        using var outside = await county.GetAsync($"{here}{page}?organization={WorldIds.CodeOf(SmallWorld.Linxi)}");
        using var unknown = await officer.GetAsync($"{List}/9999{page}");
        using var odd = await officer.GetAsync($"{here}{page}?sort=nonsense.down&page=-3&state=x&position=9&reason=z");
        using var freezing = await county.PostAsync(List, new Dictionary<string, string> { ["Day"] = "2026-03-05", ["Signer"] = "张三", ["SignerTitle"] = "主任" });

        Assert.Equal(HttpStatusCode.Redirect, signedOut.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, outside.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, unknown.StatusCode);
        Assert.Equal(HttpStatusCode.OK, odd.StatusCode);
        Assert.True(freezing.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.Forbidden);
    }

    private static IEnumerable<string> Lines(string csv) => csv.Trim().Split("\r\n").Skip(1);

    private Task<string> FreezeAsync(TestBrowser officer, string day) => FreezeAsync(app, officer, "s3-7-2026", day);

    /// <summary>Asks for a day to be frozen, has it carried out, and returns the snapshot's address.</summary>
    internal static async Task<string> FreezeAsync(WebApp app, TestBrowser officer, string target, string day)
    {
        var asked = await AskAsync(officer, target, day, Guid.NewGuid());
        await app.InsideAsync(services => services.GetRequiredService<ContinueSnapshots>().RunAsync(default));
        using var answer = await officer.GetAsync(asked);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return answer.Headers.Location!.ToString();
    }

    internal static async Task<string> AskAsync(TestBrowser officer, string target, string day, Guid form)
    {
        using var answer = await officer.PostAsync(
            $"/coverage/{target}/snapshots", new Dictionary<string, string> { ["Form"] = form.ToString(), ["Day"] = day, ["Signer"] = "钟审定", ["SignerTitle"] = "安全科科长" });
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return answer.Headers.Location!.ToString();
    }

    /// <summary>Everything of a snapshot: pages without what stands around them, and files.</summary>
    private static async Task<List<string>> PagesAsync(TestBrowser officer, string here)
    {
        var pages = new List<string>();
        foreach (var page in new[] { "", $"?organization={WorldIds.CodeOf(SmallWorld.Linxi)}", "/people", "/people?state=covered", "/people.csv", "/people.csv?state=covered", "/figures.csv" })
        {
            var text = await officer.ReadAsync(here + page);
            pages.Add(Content().Match(text) is { Success: true } main ? main.Value : text);
        }

        return pages;
    }

    /// <summary>Enters training of a day long past for somebody who is missing, moves a school under another name and renames the target.</summary>
    private async Task<Guid> ChangeAsync()
    {
        var person = await EnterAsync(app, "s3-7-2026", new DateOnly(2026, 3, 1));
        await app.WithDbAsync(async db =>
        {
            await db.CoverageTargets.Where(t => t.Slug == "s3-7-2026").ExecuteUpdateAsync(set => set.SetProperty(t => t.Name, "改了名的目标"));
            return await db.Organizations.Where(o => o.Id == WorldIds.Of("organization", SmallWorld.Linxi)).ExecuteUpdateAsync(set => set.SetProperty(o => o.Name, "临溪新区教育局"));
        });
        return person;
    }

    /// <summary>Enters training for somebody who is missing.</summary>
    internal static async Task<Guid> EnterAsync(WebApp app, string slug, DateOnly day)
    {
        var person = Guid.Empty;
        await app.InsideAsync(async services =>
        {
            var (db, ids, now) = (services.GetRequiredService<Db>(), services.GetRequiredService<Ids>(), services.GetRequiredService<DayClock>().Now);
            await services.GetRequiredService<Transactions>().RunAsync(async cancel =>
            {
                var target = await db.CoverageTargets.AsNoTracking().SingleAsync(t => t.Slug == slug, cancel);
                person = await db.CoverageStandings.Where(s => s.TargetId == target.Id && s.Kind == TrainingHub.Coverage.StandingKind.Missing).OrderBy(s => s.PersonId).Select(s => s.PersonId).FirstAsync(cancel);
                var id = ids.Next();
                var names = RecordNames.Of(id, "某人", "某校", "某岗");
                var record = new TrainingRecord
                {
                    Id = id,
                    PersonId = person,
                    ProgrammeId = target.ProgrammeId,
                    CourseSlug = "course",
                    CourseHash = "hash",
                    CompletionDay = day,
                    RecordedAt = now,
                    Evidence = Evidence.SchoolSession,
                    CreditMinutes = 90,
                    NamesDigest = names.Digest(),
                };
                record.Seal();
                db.AddRange(record, names);
                await db.SaveChangesAsync(cancel);
                await services.GetRequiredService<IFigures>().CountAgainAsync(new FactsChanged { People = [person] }, cancel);
            }, CancellationToken.None);
        });
        return person;
    }

    /// <summary>Overwrites a person's names as an anonymization does; returns the name.</summary>
    private Task<string> AnonymizeAsync(Guid person) => AnonymizeAsync(app, person);

    internal static Task<string> AnonymizeAsync(WebApp app, Guid person) => app.WithDbAsync(async db =>
    {
        var name = await db.People.Where(p => p.Id == person).Select(p => p.Name).SingleAsync();
        var lines = await db.SnapshotLines.Where(l => l.PersonId == person).Select(l => l.NamesId).ToListAsync();
        await db.RecordNames.Where(n => lines.Contains(n.RecordId)).ExecuteUpdateAsync(set => set.SetProperty(n => n.PersonName, "").SetProperty(n => n.Salt, ""));
        return name;
    });

    [GeneratedRegex("<main.*</main>", RegexOptions.Singleline)]
    private static partial Regex Content();

    [GeneratedRegex("应训 (?<counted>[0-9]+) 已训 (?<covered>[0-9]+) 达标需", RegexOptions.ExplicitCapture)]
    private static partial Regex Figures();
}

public sealed class SnapshotOnSqlite(SqliteApp app) : SnapshotTests(app), IClassFixture<SqliteApp>;

public sealed class SnapshotOnPostgres(PostgresApp app) : SnapshotTests(app), IClassFixture<PostgresApp>;
