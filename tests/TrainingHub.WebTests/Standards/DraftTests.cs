using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TrainingHub.Seeds;
using TrainingHub.Standards;
using TrainingHub.Time;

namespace TrainingHub.WebTests.Standards;

/// <summary>Schools and bureaus enter standards of their own.</summary>
public abstract partial class DraftTests(WebApp app)
{
    private const string List = "/standards/drafts";

    [Fact]
    public async Task A_school_enters_a_post_standard_that_its_own_people_read_and_nobody_else()
    {
        using var school = await app.SignInAsync(SmallWorld.SchoolAdministrator);
        using var teacher = await app.SignInAsync(SmallWorld.Teacher);
        using var above = await app.SignInAsync(SmallWorld.LinxiOfficer);
        using var stranger = await app.SignInAsync(SmallWorld.BinhePrincipal);
        using var visitor = app.Visitor();
        var draft = await AddAsync(school, Fields("实验室盐酸操作标准", "2026") with { Clauses = "第一条【护目镜】 取用盐酸时戴护目镜\n第二条 取用后登记" });

        Assert.Contains("实验室盐酸操作标准", await school.ReadAsync(List), StringComparison.Ordinal);
        Assert.DoesNotContain("实验室盐酸", await teacher.ReadAsync("/standards?q=" + Uri.EscapeDataString("盐酸操作")), StringComparison.Ordinal);
        var address = await PublishAsync(school, draft);

        var slug = address.Split('?')[0].Split('/')[^1];
        var clause = $"/standards/{slug}/clauses/{Uri.EscapeDataString("第一条")}";
        Assert.Contains("取用盐酸时戴护目镜", await teacher.ReadAsync(address), StringComparison.Ordinal);
        Assert.Contains("护目镜", await above.ReadAsync(clause), StringComparison.Ordinal);
        Assert.DoesNotContain("大意", await above.ReadAsync(clause), StringComparison.Ordinal);
        Assert.Contains(slug, await teacher.ReadAsync("/standards?q=" + Uri.EscapeDataString("护目镜")), StringComparison.Ordinal);
        foreach (var other in (TestBrowser[])[stranger, visitor])
        {
            Assert.DoesNotContain(slug, await other.ReadAsync("/standards?q=" + Uri.EscapeDataString("护目镜")), StringComparison.Ordinal);
            Assert.DoesNotContain(slug, await other.ReadAsync("/standards?kind=Post&replaced=true"), StringComparison.Ordinal);
            foreach (var path in (string[])[address, clause, $"/standards/{slug}", $"/standards/{slug}/poster.pdf", $"/standards/{slug}/poster", $"/standards/{slug}/checklist", $"/standards/{slug}/checklist.pdf", $"/standards/{slug}/changes"])
            {
                using var answer = await other.GetAsync(path);
                Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
            }

            using var csv = await other.GetAsync("/standards.csv?q=" + Uri.EscapeDataString("护目镜"));
            Assert.DoesNotContain("实验室盐酸操作标准", await csv.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }

        using var poster = await teacher.GetAsync($"/standards/{slug}/poster.pdf");
        Assert.Equal("private, no-cache", string.Join(", ", poster.Headers.CacheControl!.ToString().Split(", ").OrderDescending()));
    }

    [Fact]
    public async Task A_bureau_publishes_a_local_document_for_everybody_and_replaces_and_ends_it()
    {
        using var officer = await app.SignInAsync(SmallWorld.CityOfficer);
        using var visitor = app.Visitor();
        var today = await app.InsideAsync(services => Task.FromResult(services.GetRequiredService<DayClock>().Today));
        var draft = await AddAsync(officer, Fields("云岭市校园周边巡查办法", "2025") with { Unit = "云岭市教育局", Kind = "Local", Readers = "Everyone", Issued = today.AddDays(-400), Clauses = "第一条 每周巡查一次\n第二条 记录三年" });
        var first = await PublishAsync(officer, draft);
        var slug = first.Split('?')[0].Split('/')[^1];

        using var begun = await officer.PostAsync($"/standards/{slug}/successors", new() { ["edition"] = "2025" });
        using var again = await officer.PostAsync($"/standards/{slug}/successors", new() { ["edition"] = "2025" });
        var next = begun.Headers.Location!.ToString();
        Assert.Equal(next, again.Headers.Location!.ToString());
        await SaveAsync(officer, next, Fields("云岭市校园周边巡查办法", "2026") with { Kind = "Local", Readers = "Everyone", Issued = today, Clauses = "第一条 每日巡查一次\n第二条 记录三年" });
        var confirm = await officer.ReadAsync($"{next}/publication");
        await PublishAsync(officer, next);

        Assert.Contains("修改1条", confirm, StringComparison.Ordinal);
        Assert.Contains("每日巡查一次", await visitor.ReadAsync($"/standards/{slug}"), StringComparison.Ordinal);
        Assert.Contains("每周巡查一次", await visitor.ReadAsync($"/standards/{slug}?edition=2025"), StringComparison.Ordinal);
        Assert.Contains("<del>周</del><ins>日</ins>", await visitor.ReadAsync($"/standards/{slug}/changes"), StringComparison.Ordinal);
        using var stale = await officer.PostAsync($"/standards/{slug}/successors", new() { ["edition"] = "2025" });
        Assert.Equal(HttpStatusCode.Conflict, stale.StatusCode);

        var content = await ContentAsync(slug, "2026");
        using var early = await officer.PostAsync($"/standards/{slug}/ending", new() { ["Edition"] = "2026", ["Until"] = today.AddDays(-1).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) });
        using var ended = await officer.PostAsync($"/standards/{slug}/ending", new() { ["Edition"] = "2026", ["Until"] = today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, early.StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, ended.StatusCode);
        Assert.Equal(content, await ContentAsync(slug, "2026"));
        Assert.Equal(today, (await app.EditionAsync(slug, "2026")).InForceUntil);
        Assert.Equal(ClauseStanding.Repealed, await app.InsideAsync(async services =>
            (await services.GetRequiredService<StandardShelf>().HistoryAsync(default)).StandingOf(new EditionName(slug, "2026"), "第一条", today.AddDays(1))));
    }

    [Fact]
    public async Task An_author_says_where_a_clause_stood_before()
    {
        using var officer = await app.SignInAsync(SmallWorld.CityOfficer);
        using var visitor = app.Visitor();
        var local = Fields("云岭市消防演练办法", "2025") with { Unit = "云岭市教育局", Kind = "Local", Readers = "Everyone", Issued = new DateOnly(2025, 1, 1), Clauses = "第一条 每学期演练一次\n第二条 演练后总结" };
        var slug = (await PublishAsync(officer, await AddAsync(officer, local))).Split('?')[0].Split('/')[^1];
        using var begun = await officer.PostAsync($"/standards/{slug}/successors", new() { ["edition"] = "2025" });
        var next = begun.Headers.Location!.ToString();
        await SaveAsync(officer, next, local with { Edition = "2026", Issued = new DateOnly(2026, 1, 1), Clauses = "第一条 演练前讲清路线\n第五条【原第九条】 每月演练" });
        using var refused = await officer.PostAsync($"{next}/publication", new() { ["stamp"] = await StampAsync(officer, next) });
        await SaveAsync(officer, next, local with { Edition = "2026", Issued = new DateOnly(2026, 1, 1), Clauses = "第一条 演练前讲清路线\n第五条【原第一条】 每月都练" });
        Assert.Contains("【原第一条】", await officer.ReadAsync(next), StringComparison.Ordinal);
        await PublishAsync(officer, next);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains("被替代的版本里没有这个条号", WebUtility.HtmlDecode(await refused.Content.ReadAsStringAsync()), StringComparison.Ordinal);
        var changes = await visitor.ReadAsync($"/standards/{slug}/changes");
        Assert.Contains("第一条 → 第五条", changes, StringComparison.Ordinal);
        Assert.Contains("条号变动并修改", changes, StringComparison.Ordinal);
        Assert.Contains("条号和内容都有变化", await visitor.ReadAsync($"/standards/{slug}/clauses/{Uri.EscapeDataString("第一条")}?edition=2025"), StringComparison.Ordinal);
        using var last = await visitor.GetAsync($"/standards/{slug}/changes?page=-4");
        using var odd = await visitor.GetAsync($"/standards/{slug}/changes?page=x");
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (last.StatusCode, odd.StatusCode));
    }

    [Fact]
    public async Task Two_tabs_do_not_overwrite_each_other_and_a_deleted_draft_is_gone()
    {
        using var school = await app.SignInAsync(SmallWorld.SchoolAdministrator);
        var draft = await AddAsync(school, Fields("门卫操作标准", "2026"));
        var stamp = await StampAsync(school, draft);
        await SaveAsync(school, draft, Fields("门卫操作标准二", "2026"));

        using var late = await school.PostAsync(draft, (Fields("门卫操作标准三", "2026") with { Stamp = stamp }).Form());
        using var published = await school.PostAsync($"{draft}/publication", new() { ["stamp"] = stamp });
        using var kept = await school.PostAsync($"{draft}/deletion", new() { ["stamp"] = stamp });

        Assert.Equal((HttpStatusCode.Conflict, HttpStatusCode.Conflict, HttpStatusCode.Conflict), (late.StatusCode, published.StatusCode, kept.StatusCode));
        Assert.Contains("门卫操作标准三", WebUtility.HtmlDecode(await late.Content.ReadAsStringAsync()), StringComparison.Ordinal);
        Assert.Contains("门卫操作标准二", await school.ReadAsync(draft), StringComparison.Ordinal);
        using var deleted = await school.PostAsync($"{draft}/deletion", new() { ["stamp"] = await StampAsync(school, draft) });
        using var gone = await school.GetAsync(draft);
        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.NotFound), (deleted.StatusCode, gone.StatusCode));
    }

    [Fact]
    public async Task Faults_are_named_by_line_and_nothing_typed_is_lost()
    {
        using var school = await app.SignInAsync(SmallWorld.SchoolAdministrator);
        var fields = Fields("", "") with { Clauses = "前言\n第一条 写一次\n第一条 又写一次" };

        using var answer = await school.PostAsync(List, fields.Form());
        using var preview = await school.PostAsync(List, [.. (Fields("食堂操作标准", "2026") with { Clauses = "一、洗手\n二、留样" }).Form(), new("then", "preview")]);

        var page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.All((string[])["第1行“前言”前面没有条号", "第3行的条号“第一条”重复", "填名称", "填版本", "又写一次"], words => Assert.Contains(words, page, StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.OK, preview.StatusCode);
        Assert.Contains("已登记2条", WebUtility.HtmlDecode(await preview.Content.ReadAsStringAsync()), StringComparison.Ordinal);
        Assert.Equal(0, await app.WithDbAsync(db => db.EditionDrafts.CountAsync(draft => draft.Title == "食堂操作标准")));
    }

    [Fact]
    public async Task A_school_publishes_no_local_document_and_no_empty_one()
    {
        using var school = await app.SignInAsync(SmallWorld.SchoolAdministrator);
        var local = await AddAsync(school, Fields("我校办法", "2026") with { Kind = "Local" });
        var empty = await AddAsync(school, Fields("空的标准", "2026") with { Clauses = "" });

        foreach (var (draft, why) in new[] { (local, "地方文件由教育局"), (empty, "还没有条款") })
        {
            using var answer = await school.PostAsync($"{draft}/publication", new() { ["stamp"] = await StampAsync(school, draft) });
            Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
            Assert.Contains(why, WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Drafts_are_out_of_reach_for_everybody_else()
    {
        using var school = await app.SignInAsync(SmallWorld.SchoolAdministrator);
        using var elsewhere = await app.SignInAsync(SmallWorld.WangchuanOfficer);
        using var teacher = await app.SignInAsync(SmallWorld.Teacher);
        using var visitor = app.Visitor();
        var draft = await AddAsync(school, Fields("保洁操作标准", "2026"));
        var published = (await PublishAsync(school, await AddAsync(school, Fields("保安操作标准", "2026")))).Split('?')[0];
        var missing = $"{List}/{Guid.CreateVersion7()}";

        foreach (var path in (string[])[draft, $"{draft}/publication", $"{draft}/deletion", missing, $"{missing}/publication", $"{missing}/deletion", $"{published}/ending", "/standards/major-hazards-guideline/ending", "/standards/nothing/ending"])
        {
            using var signedOut = await visitor.GetAsync(path);
            using var without = await teacher.GetAsync(path);
            using var outOfScope = await elsewhere.GetAsync(path);
            using var written = await elsewhere.PostAsync(path, (Fields("改名", "2026") with { Stamp = Guid.Empty.ToString() }).Form().Append(new("Until", "2030-01-01")));
            Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.NotFound, HttpStatusCode.NotFound, HttpStatusCode.NotFound), (signedOut.StatusCode, without.StatusCode, outOfScope.StatusCode, written.StatusCode));
        }

        using var successor = await elsewhere.PostAsync($"{published}/successors", new() { ["edition"] = "2026" });
        using var bundled = await school.PostAsync("/standards/major-hazards-guideline/successors", new() { ["edition"] = "2024" });
        using var foreign = await elsewhere.PostAsync(List, Fields("别人的", "2026").Form());
        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound, HttpStatusCode.UnprocessableEntity), (successor.StatusCode, bundled.StatusCode, foreign.StatusCode));
        Assert.DoesNotContain("保洁操作标准", await elsewhere.ReadAsync(List), StringComparison.Ordinal);
        Assert.DoesNotContain("保安操作标准", await elsewhere.ReadAsync($"{List}?published=true"), StringComparison.Ordinal);
        Assert.Contains("保安操作标准", await school.ReadAsync($"{List}?published=true&q={Uri.EscapeDataString("保安")}"), StringComparison.Ordinal);
        foreach (var path in (string[])[List, $"{List}/new"])
        {
            using var signedOut = await visitor.GetAsync(path);
            using var without = await teacher.GetAsync(path);
            using var odd = await school.GetAsync($"{path}?kind=Nothing&page=-5&published=maybe");
            Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.Forbidden, HttpStatusCode.OK), (signedOut.StatusCode, without.StatusCode, odd.StatusCode));
        }
    }

    [Fact]
    public async Task Another_process_learns_of_a_publication_within_seconds()
    {
        var shelf = app.Services.GetRequiredService<StandardShelf>();
        var edition = (await app.EditionAsync(StandardActions.Guideline, "2024")) with { Slug = "elsewhere-rules" };
        var owner = WorldIds.Of("organization", SmallWorld.School32);
        await app.WithDbAsync(async db =>
        {
            var row = new PublishedEdition
            {
                Slug = edition.Slug,
                Edition = edition.Edition,
                Content = System.Text.Json.JsonSerializer.Serialize(edition),
                OwnerId = owner,
                Readers = EditionReaders.OwnPeople,
                PublishedAt = app.Clock.GetUtcNow().UtcDateTime,
            };
            row.Touch(app.Clock.GetUtcNow().UtcDateTime);
            db.PublishedEditions.Add(row);
            return await db.SaveChangesAsync();
        });

        var before = await shelf.FindAsync(edition.Name, default);
        app.Clock.Move(TimeSpan.FromSeconds(11));
        var after = await shelf.FindAsync(edition.Name, default);
        await app.WithDbAsync(async db =>
        {
            var row = await db.PublishedEditions.SingleAsync(e => e.Slug == edition.Slug);
            row.EndsOn = new DateOnly(2031, 1, 1);
            row.Touch(app.Clock.GetUtcNow().UtcDateTime);
            return await db.SaveChangesAsync();
        });
        app.Clock.Move(TimeSpan.FromSeconds(11));
        var ended = await shelf.FindAsync(edition.Name, default);

        Assert.Null(before);
        Assert.Equal(edition.Title, after?.Title);
        Assert.Equal(new DateOnly(2031, 1, 1), ended?.InForceUntil);
        Assert.Equal(owner, (await shelf.PlaceOfAsync(edition.Name, default)).OwnerId);
    }

    [Fact]
    public async Task A_stored_edition_of_a_unit_takes_no_law_from_anybody()
    {
        var law = await app.EditionAsync(StandardActions.Guideline, "2024");
        var owner = WorldIds.Of("organization", SmallWorld.School32);
        await app.WithDbAsync(async db =>
        {
            var row = new PublishedEdition
            {
                Slug = "usurper",
                Edition = "2025",
                Content = System.Text.Json.JsonSerializer.Serialize(law with { Slug = "usurper", Edition = "2025", Replaces = law.Name }),
                OwnerId = owner,
                PublishedAt = app.Clock.GetUtcNow().UtcDateTime,
            };
            row.Touch(app.Clock.GetUtcNow().UtcDateTime);
            db.PublishedEditions.Add(row);
            return await db.SaveChangesAsync();
        });
        app.Clock.Move(TimeSpan.FromSeconds(11));

        var shelf = app.Services.GetRequiredService<StandardShelf>();
        var today = app.Services.GetRequiredService<DayClock>().Today;

        Assert.NotNull(await shelf.FindAsync(new EditionName("usurper", "2025"), default));
        Assert.Equal(EditionStatus.InForce, (await shelf.HistoryAsync(default)).StatusOn(law, today));
    }

    [Fact]
    public async Task An_update_of_the_application_leaves_what_a_unit_published_under_the_same_name()
    {
        var edition = (await app.EditionAsync(StandardActions.Guideline, "2024")) with { Slug = "held-by-a-unit" };
        await app.WithDbAsync(async db =>
        {
            var row = new PublishedEdition { Slug = edition.Slug, Edition = edition.Edition, Content = System.Text.Json.JsonSerializer.Serialize(edition), OwnerId = WorldIds.Of("organization", SmallWorld.School32) };
            row.Touch(app.Clock.GetUtcNow().UtcDateTime);
            db.PublishedEditions.Add(row);
            return await db.SaveChangesAsync();
        });

        await app.KeepAsync(edition with { Title = "随应用更新的" });

        Assert.DoesNotContain("随应用更新的", await ContentAsync(edition.Slug, edition.Edition), StringComparison.Ordinal);
    }

    private static DraftFields Fields(string title, string edition) => new() { Title = title, Edition = edition };

    private static async Task<string> AddAsync(TestBrowser browser, DraftFields fields)
    {
        using var answer = await browser.PostAsync(List, fields.Form());
        Assert.True(answer.StatusCode == HttpStatusCode.Redirect, WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()));
        return answer.Headers.Location!.ToString().Split('?')[0];
    }

    private static async Task SaveAsync(TestBrowser browser, string draft, DraftFields fields)
    {
        using var answer = await browser.PostAsync(draft, (fields with { Stamp = await StampAsync(browser, draft) }).Form());
        Assert.True(answer.StatusCode == HttpStatusCode.Redirect, WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()));
    }

    /// <summary>Returns the address of the edition.</summary>
    private static async Task<string> PublishAsync(TestBrowser browser, string draft)
    {
        using var answer = await browser.PostAsync($"{draft}/publication", new() { ["stamp"] = await StampAsync(browser, draft) });
        Assert.True(answer.StatusCode == HttpStatusCode.Redirect, WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()));
        return answer.Headers.Location!.ToString();
    }

    private static async Task<string> StampAsync(TestBrowser browser, string draft) =>
        StampPattern().Match(await browser.ReadAsync(draft)).Groups[1].Value;

    private Task<string> ContentAsync(string slug, string edition) =>
        app.WithDbAsync(db => db.PublishedEditions.Where(e => e.Slug == slug && e.Edition == edition).Select(e => e.Content).SingleAsync());

    [GeneratedRegex("name=\"Stamp\" value=\"([^\"]+)\"")]
    private static partial Regex StampPattern();

    private sealed record DraftFields
    {
        public string Unit { get; init; } = "临溪区第三十二中学";
        public required string Title { get; init; }
        public required string Edition { get; init; }
        public string Kind { get; init; } = "Post";
        public string Readers { get; init; } = "OwnPeople";
        public DateOnly Issued { get; init; } = new(2026, 1, 1);
        public string Clauses { get; init; } = "第一条 按规定做";
        public string Stamp { get; init; } = "";

        public IEnumerable<KeyValuePair<string, string>> Form() =>
        [
            new("Unit", Unit), new("Title", Title), new("Edition", Edition), new("Number", "校-01"), new("Issuer", "某单位"), new("Kind", Kind), new("Readers", Readers),
            new("Issued", Issued.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)), new("Clauses", Clauses), new("Stamp", Stamp),
        ];
    }
}

public sealed class DraftsOnSqlite(SqliteApp app) : DraftTests(app), IClassFixture<SqliteApp>;

public sealed class DraftsOnPostgres(PostgresApp app) : DraftTests(app), IClassFixture<PostgresApp>;
