using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TrainingHub.Coverage;
using TrainingHub.Organizations;
using TrainingHub.People;
using TrainingHub.Seeds;
using TrainingHub.Storage;

namespace TrainingHub.WebTests.Coverage;

/// <summary>Units declare and ask, the unit above confirms and approves, days pass; figures follow.</summary>
public abstract class CoverageFactsTests(WebApp app)
{
    private static readonly string School32 = WorldIds.CodeOf(SmallWorld.School32), Experimental = WorldIds.CodeOf(SmallWorld.Experimental), SongpingFirst = WorldIds.CodeOf(SmallWorld.SongpingFirst);

    [Fact]
    public async Task A_post_not_kept_counts_as_declared_once_the_unit_above_confirms()
    {
        using var school = await app.SignInAsync(SmallWorld.SchoolAdministrator);
        using var county = await app.SignInAsync(SmallWorld.WangchuanOfficer);
        Assert.Equal(DeclaredState.NotDeclared, await StateAsync(SmallWorld.SongpingFirst, CorePosition.ViceSafety));
        var id = await app.WithDbAsync(db => db.Declarations.Known().Where(d => d.OrganizationId == WorldIds.Of("organization", SmallWorld.SongpingFirst)).Select(d => d.Id).SingleAsync());
        var path = $"/organizations/{SongpingFirst}/declarations/{id}/confirmation";

        using var forbidden = await school.PostAsync(path, []);
        using var confirmed = await county.PostAsync(path, []);
        using var again = await county.PostAsync(path, []);

        Assert.Equal([HttpStatusCode.NotFound, HttpStatusCode.Redirect, HttpStatusCode.Conflict], new[] { forbidden.StatusCode, confirmed.StatusCode, again.StatusCode });
        Assert.Equal(DeclaredState.NotKept, await StateAsync(SmallWorld.SongpingFirst, CorePosition.ViceSafety));
    }

    [Fact]
    public async Task A_unit_cannot_confirm_itself()
    {
        using var county = await app.SignInAsync(SmallWorld.LinxiOfficer);
        var id = await app.WithDbAsync(async db =>
        {
            var declaration = new Declaration
            {
                Id = Guid.NewGuid(),
                FactId = Guid.NewGuid(),
                OrganizationId = WorldIds.Of("organization", SmallWorld.Linxi),
                Position = CorePosition.Driver,
                State = DeclaredState.NotKept,
                From = new(2026, 1, 1),
                Until = Time.Day.Open,
                RecordedAt = DateTime.UnixEpoch,
            };
            db.Add(declaration);
            await db.SaveChangesAsync();
            return declaration.Id;
        });

        using var answer = await county.PostAsync($"/organizations/{WorldIds.CodeOf(SmallWorld.Linxi)}/declarations/{id}/confirmation", []);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task Taking_a_declaration_back_leaves_earlier_days_as_they_were()
    {
        using var county = await app.SignInAsync(SmallWorld.LinxiOfficer);
        Assert.Contains("已申报：空缺", CoveragePagesTests.Plain(await county.ReadAsync($"/organizations/{Experimental}/declarations")));

        // Made from what somebody else has changed meanwhile.
        using var stale = await county.PostAsync($"/organizations/{Experimental}/declarations", new() { ["Position"] = "ViceSafety", ["State"] = "NotDeclared", ["From"] = "2026-06-01", ["Version"] = "0000" });
        using var answer = await county.PostAsync($"/organizations/{Experimental}/declarations", new() { ["Position"] = "ViceSafety", ["State"] = "NotDeclared", ["From"] = "2026-06-01" });

        Assert.Equal((HttpStatusCode.Conflict, HttpStatusCode.Redirect), (stale.StatusCode, answer.StatusCode));
        Assert.Equal(DeclaredState.NotDeclared, await StateAsync(SmallWorld.Experimental, CorePosition.ViceSafety));
        Assert.Equal(DeclaredState.Vacant, await StateAsync(SmallWorld.Experimental, CorePosition.ViceSafety, "s3-7-2025"));
    }

    [Theory]
    [InlineData("ViceSafety", "Vacant", "2026-06-01", HttpStatusCode.UnprocessableEntity)]
    [InlineData("PartySecretary", "Holders", "2026-06-01", HttpStatusCode.UnprocessableEntity)]
    [InlineData("PartySecretary", "Vacant", "", HttpStatusCode.UnprocessableEntity)]
    [InlineData("nonsense", "Vacant", "2026-06-01", HttpStatusCode.UnprocessableEntity)]
    public async Task Refuses_what_the_roster_or_the_form_contradicts(string post, string state, string from, HttpStatusCode status)
    {
        using var school = await app.SignInAsync(SmallWorld.SchoolAdministrator);

        using var answer = await school.PostAsync($"/organizations/{School32}/declarations", new() { ["Position"] = post, ["State"] = state, ["From"] = from });

        Assert.Equal(status, answer.StatusCode);
    }

    [Fact]
    public async Task Declares_only_in_reach()
    {
        using var school = await app.SignInAsync(SmallWorld.SchoolAdministrator);
        using var visitor = app.Visitor();
        var path = $"/organizations/{Experimental}/declarations";

        using var page = await school.GetAsync(path);
        using var post = await school.PostAsync(path, new() { ["Position"] = "ViceSafety", ["State"] = "Vacant", ["From"] = "2026-06-01" });
        using var signedOut = await visitor.GetAsync(path);

        Assert.Equal([HttpStatusCode.NotFound, HttpStatusCode.NotFound, HttpStatusCode.Redirect], new[] { page.StatusCode, post.StatusCode, signedOut.StatusCode });
    }

    [Fact]
    public async Task An_exclusion_leaves_the_figure_once_the_unit_above_approves()
    {
        const string Exclusions = "/coverage/s3-7-2026/exclusions";
        var person = WorldIds.Of("person", SmallWorld.Responsible);
        using var school = await app.SignInAsync(SmallWorld.SchoolAdministrator);
        using var county = await app.SignInAsync(SmallWorld.LinxiOfficer);
        Assert.Contains(person.ToString(), await school.ReadAsync($"{Exclusions}?name=%E9%AA%86"));
        Dictionary<string, string> form = new() { ["Person"] = person.ToString(), ["Why"] = "MaternityLeave", ["From"] = "2026-10-01", ["Until"] = "2027-03-31" };

        using var asked = await school.PostAsync(Exclusions, form);
        using var twice = await school.PostAsync(Exclusions, form);
        Assert.Equal([HttpStatusCode.Redirect, HttpStatusCode.UnprocessableEntity], new[] { asked.StatusCode, twice.StatusCode });
        Assert.Equal(StandingKind.Missing, await KindAsync(person));

        var id = await app.WithDbAsync(db => db.Exclusions.Known().Where(e => e.PersonId == person).Select(e => e.Id).SingleAsync());
        using var own = await school.PostAsync($"{Exclusions}/{id}/decision", new() { ["isApproved"] = "true" });
        using var approved = await county.PostAsync($"{Exclusions}/{id}/decision", new() { ["isApproved"] = "true" });
        using var late = await county.PostAsync($"{Exclusions}/{id}/decision", new() { ["isApproved"] = "false" });

        Assert.Equal([HttpStatusCode.NotFound, HttpStatusCode.Redirect, HttpStatusCode.Conflict], new[] { own.StatusCode, approved.StatusCode, late.StatusCode });
        Assert.Equal(StandingKind.Excluded, await KindAsync(person));
        Assert.Contains("骆怀安 具体责任人 临溪区第三十二中学 临溪区教育局 产假，2026年10月1日至2027年3月31日", CoveragePagesTests.Plain(await county.ReadAsync("/coverage/s3-7-2026/people?state=excluded")));
    }

    [Fact]
    public async Task Asks_only_for_people_in_reach_and_for_days_in_order()
    {
        using var school = await app.SignInAsync(SmallWorld.SchoolAdministrator);
        var (own, stranger) = (WorldIds.Of("person", SmallWorld.Principal), WorldIds.Of("person", SmallWorld.BinhePrincipal));

        using var backwards = await school.PostAsync("/coverage/s3-7-2026/exclusions", new() { ["Person"] = own.ToString(), ["Why"] = "Suspension", ["From"] = "2026-10-02", ["Until"] = "2026-10-01" });
        using var unreached = await school.PostAsync("/coverage/s3-7-2026/exclusions", new() { ["Person"] = stranger.ToString(), ["Why"] = "Suspension", ["From"] = "2026-10-01", ["Until"] = "2026-10-02" });

        Assert.Equal(HttpStatusCode.UnprocessableEntity, backwards.StatusCode);
        Assert.Contains("止日不能早于起日", WebUtility.HtmlDecode(await backwards.Content.ReadAsStringAsync()));
        Assert.Equal(HttpStatusCode.NotFound, unreached.StatusCode);
    }

    [Fact]
    public async Task A_withdrawn_exclusion_counts_again_from_its_day_on_and_says_who_and_why()
    {
        const string Exclusions = "/coverage/s3-7-2026/exclusions";
        var person = WorldIds.Of("person", SmallWorld.BinhePrincipal);
        var id = await ExcludedAsync(person, SmallWorld.Binhe, new(2026, 9, 1), new(2027, 3, 31));
        using var county = await app.SignInAsync(SmallWorld.LinxiOfficer);
        Assert.Equal(StandingKind.Excluded, await KindAsync(person));
        Assert.Contains("撤回免训", await county.ReadAsync(Exclusions));
        var counted = await CountedAsync(SmallWorld.Binhe);
        Dictionary<string, string> form = new() { ["From"] = "2026-10-10", ["Reason"] = "提前返岗" };

        using var withdrawn = await county.PostAsync($"{Exclusions}/{id}/withdrawal", form);
        using var again = await county.PostAsync($"{Exclusions}/{id}/withdrawal", form);

        Assert.Equal([HttpStatusCode.Redirect, HttpStatusCode.Conflict], new[] { withdrawn.StatusCode, again.StatusCode });
        Assert.NotEqual(StandingKind.Excluded, await KindAsync(person));
        Assert.Equal(counted + 1, await CountedAsync(SmallWorld.Binhe));
        var rows = await app.WithDbAsync(db => db.Exclusions.AsNoTracking().Where(e => e.PersonId == person).ToListAsync());
        var known = rows.Where(e => e.SupersededAt is null).OrderBy(e => e.From).ToList();
        Assert.Equal(3, rows.Count);
        Assert.Equal((ExclusionState.Approved, new DateOnly(2026, 9, 1), new DateOnly(2026, 10, 9)), (known[0].State, known[0].From, known[0].Until));
        Assert.Equal((ExclusionState.Withdrawn, new DateOnly(2026, 10, 10), new DateOnly(2027, 3, 31), "提前返岗"), (known[1].State, known[1].From, known[1].Until, known[1].Reason));
        Assert.Equal(WorldIds.Of("person", SmallWorld.LinxiOfficer), known[1].RecordedBy);

        var text = CoveragePagesTests.Plain(await county.ReadAsync("/coverage/s3-7-2026/changes"));
        Assert.Contains("顾一鸣 临溪区滨河路小学 撤回免训 产假 2026年10月10日 ", text);
        Assert.Contains("提前返岗", text);
    }

    [Fact]
    public async Task An_exclusion_is_withdrawn_only_by_its_unit_or_from_above_while_it_holds_and_with_a_reason()
    {
        const string Exclusions = "/coverage/s3-7-2026/exclusions";
        var id = await ExcludedAsync(WorldIds.Of("person", SmallWorld.VicePrincipal), SmallWorld.School32, new(2026, 9, 1), new(2026, 9, 30));
        using var school = await app.SignInAsync(SmallWorld.SchoolAdministrator);
        using var neighbour = await app.SignInAsync(SmallWorld.WangchuanOfficer);
        using var learner = await app.SignInAsync(SmallWorld.Teacher);
        using var visitor = app.Visitor();
        Dictionary<string, string> form = new() { ["From"] = "2026-09-01", ["Reason"] = "登记有误" };

        using var ended = await school.PostAsync($"{Exclusions}/{id}/withdrawal", new() { ["From"] = "2026-10-01", ["Reason"] = "登记有误" });
        using var silent = await school.PostAsync($"{Exclusions}/{id}/withdrawal", new() { ["From"] = "2026-09-01", ["Reason"] = " " });
        using var dayless = await school.PostAsync($"{Exclusions}/{id}/withdrawal", new() { ["From"] = "昨天", ["Reason"] = "登记有误" });
        using var unreached = await neighbour.PostAsync($"{Exclusions}/{id}/withdrawal", form);
        using var unknown = await school.PostAsync($"{Exclusions}/{Guid.NewGuid()}/withdrawal", form);
        using var otherTarget = await school.PostAsync($"/coverage/unknown/exclusions/{id}/withdrawal", form);
        using var forbidden = await learner.PostAsync($"{Exclusions}/{id}/withdrawal", form);
        using var signedOut = await visitor.PostAsync($"{Exclusions}/{id}/withdrawal", form);
        using var own = await school.PostAsync($"{Exclusions}/{id}/withdrawal", form);

        Assert.Equal(
            [
                HttpStatusCode.UnprocessableEntity, HttpStatusCode.UnprocessableEntity, HttpStatusCode.UnprocessableEntity, HttpStatusCode.NotFound,
                HttpStatusCode.NotFound, HttpStatusCode.NotFound, HttpStatusCode.NotFound, HttpStatusCode.Unauthorized, HttpStatusCode.Redirect,
            ],
            new[]
            {
                ended.StatusCode, silent.StatusCode, dayless.StatusCode, unreached.StatusCode, unknown.StatusCode, otherTarget.StatusCode, forbidden.StatusCode,
                signedOut.StatusCode, own.StatusCode,
            });
        Assert.Equal(ExclusionState.Withdrawn, await app.WithDbAsync(db => db.Exclusions.Known().Where(e => e.PersonId == WorldIds.Of("person", SmallWorld.VicePrincipal)).Select(e => e.State).SingleAsync()));
    }

    [Fact]
    public async Task Declares_nothing_of_a_post_that_no_open_target_asks_for()
    {
        using var school = await app.SignInAsync(SmallWorld.SchoolAdministrator);

        using var answer = await school.PostAsync($"/organizations/{School32}/declarations", new() { ["Position"] = "Driver", ["State"] = "Vacant", ["From"] = "2026-06-01" });

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("不要求本单位申报这个岗位", WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()));
        Assert.False(await app.WithDbAsync(db => db.Declarations.AnyAsync(d => d.OrganizationId == WorldIds.Of("organization", SmallWorld.School32) && d.Position == CorePosition.Driver)));
    }

    [Fact]
    public async Task Writing_needs_a_sign_in_the_capability_something_known_and_something_in_reach()
    {
        using var visitor = app.Visitor();
        using var learner = await app.SignInAsync(SmallWorld.Teacher);
        using var city = await app.SignInAsync(SmallWorld.CityOfficer);
        using var neighbour = await app.SignInAsync(SmallWorld.WangchuanOfficer);
        var unknown = Guid.NewGuid();
        var asked = await ExcludedAsync(WorldIds.Of("person", SmallWorld.Principal), SmallWorld.School32, new(2026, 10, 1), new(2026, 10, 31), ExclusionState.Asked);
        Dictionary<string, string> declaration = new() { ["Position"] = "ViceSafety", ["State"] = "Vacant", ["From"] = "2026-06-01" };
        Dictionary<string, string> exclusion = new() { ["Person"] = WorldIds.Of("person", SmallWorld.Principal).ToString(), ["Why"] = "Suspension", ["From"] = "2026-10-01", ["Until"] = "2026-10-02" };
        (string Path, Dictionary<string, string> Form, string Unknown)[] writes =
        [
            ($"/organizations/{School32}/declarations", declaration, "/organizations/UNKNOWN/declarations"),
            ($"/organizations/{School32}/declarations/{unknown}/confirmation", [], $"/organizations/{School32}/declarations/{unknown}/confirmation"),
            ("/coverage/s3-7-2026/exclusions", exclusion, "/coverage/unknown/exclusions"),
            ($"/coverage/s3-7-2026/exclusions/{asked}/decision", new() { ["isApproved"] = "true" }, $"/coverage/s3-7-2026/exclusions/{unknown}/decision"),
        ];

        foreach (var (path, form, unknownPath) in writes)
        {
            using var signedOut = await visitor.PostAsync(path, form);
            using var forbidden = await learner.PostAsync(path, form);
            using var notFound = await city.PostAsync(unknownPath, form);
            using var unreached = await neighbour.PostAsync(path, form);
            Assert.Equal((path, HttpStatusCode.Unauthorized), (path, signedOut.StatusCode));
            Assert.Equal((path, HttpStatusCode.NotFound), (path, forbidden.StatusCode));
            Assert.Equal((path, HttpStatusCode.NotFound), (path, notFound.StatusCode));
            Assert.Equal((path, HttpStatusCode.NotFound), (path, unreached.StatusCode));
        }

        Assert.Equal(ExclusionState.Asked, await app.WithDbAsync(db => db.Exclusions.Where(e => e.Id == asked).Select(e => e.State).SingleAsync()));
    }

    /// <summary>Writes an exclusion as if it had gone its way, and counts again.</summary>
    private async Task<Guid> ExcludedAsync(Guid person, string organization, DateOnly from, DateOnly until, ExclusionState state = ExclusionState.Approved)
    {
        var id = Guid.NewGuid();
        await app.InsideAsync(async services =>
        {
            var db = services.GetRequiredService<Db>();
            await services.GetRequiredService<Transactions>().RunAsync(async cancel =>
            {
                db.Exclusions.Add(new Exclusion
                {
                    Id = id,
                    FactId = id,
                    PersonId = person,
                    TargetId = await db.CoverageTargets.Where(t => t.Slug == "s3-7-2026").Select(t => t.Id).SingleAsync(cancel),
                    OrganizationId = WorldIds.Of("organization", organization),
                    Why = ExclusionReason.MaternityLeave,
                    State = state,
                    From = from,
                    Until = until,
                    RecordedAt = DateTime.UnixEpoch,
                });
                await db.SaveChangesAsync(cancel);
                await services.GetRequiredService<IFigures>().CountAgainAsync(new FactsChanged { People = [person] }, cancel);
            }, CancellationToken.None);
        });
        return id;
    }

    private Task<int> CountedAsync(string organization) => app.WithDbAsync(db => (
        from cell in db.CoverageCells
        join one in db.CoverageTargets on cell.TargetId equals one.Id
        where one.Slug == "s3-7-2026" && cell.OrganizationId == WorldIds.Of("organization", organization)
        select cell.Counted).SumAsync());

    private Task<DeclaredState> StateAsync(string organization, CorePosition post, string target = "s3-7-2026") => app.WithDbAsync(db => (
        from cell in db.CoverageCells
        join one in db.CoverageTargets on cell.TargetId equals one.Id
        where one.Slug == target && cell.OrganizationId == WorldIds.Of("organization", organization) && cell.Position == post
        select cell.Declared).SingleAsync());

    private Task<StandingKind> KindAsync(Guid person) => app.WithDbAsync(db => (
        from standing in db.CoverageStandings
        join one in db.CoverageTargets on standing.TargetId equals one.Id
        where one.Slug == "s3-7-2026" && standing.PersonId == person
        select standing.Kind).SingleAsync());
}

public sealed class CoverageFactsOnSqlite(SqliteApp app) : CoverageFactsTests(app), IClassFixture<SqliteApp>;

public sealed class CoverageFactsOnPostgres(PostgresApp app) : CoverageFactsTests(app), IClassFixture<PostgresApp>;
