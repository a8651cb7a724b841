using System.Net;
using System.Text.RegularExpressions;
using TrainingHub.Seeds;

namespace TrainingHub.WebTests.Sessions;

/// <summary>The pool of experts.</summary>
public abstract class LecturerTests(WebApp app)
{
    [Fact]
    public async Task Is_kept_by_a_unit_offered_below_and_counts_what_they_held()
    {
        using var city = await app.SignInAsync(SmallWorld.CityOfficer);
        using var county = await app.SignInAsync(SmallWorld.LinxiOfficer);
        using var neighbour = await app.SignInAsync(SmallWorld.WangchuanOfficer);
        using var learner = await app.SignInAsync(SmallWorld.Teacher);
        using var visitor = app.Visitor();
        using var added = await city.PostAsync("/sessions/lecturers", Expert(SmallWorld.City, "王工"));
        using var ofCounty = await county.PostAsync("/sessions/lecturers", Expert(SmallWorld.Linxi, "本区李工"));
        using var noDomain = await city.PostAsync("/sessions/lecturers", new() { ["Organization"] = WorldIds.CodeOf(SmallWorld.City), ["Name"] = "某人" });
        using var notOwn = await county.PostAsync("/sessions/lecturers", Expert(SmallWorld.City, "越权"));
        await county.PlanAsync(new() { ["Lecturer"] = "市消防救援支队 王工" });

        var list = await county.ReadAsync("/sessions/lecturers?domain=Fire&q=王工&sort=Held.down");
        var csv = await county.ReadAsync("/sessions/lecturers.csv");
        var form = await county.ReadAsync("/sessions/new");
        var id = Regex.Match(await city.ReadAsync("/sessions/lecturers?q=王工"), "/sessions/lecturers/([0-9a-f-]{36})").Groups[1].Value;
        using var changed = await city.PostAsync($"/sessions/lecturers/{id}", new() { ["Name"] = "王工", ["Unit"] = "市消防救援支队", ["Domains"] = "Fire", ["IsRetired"] = "true", ["Version"] = "1" });
        using var stale = await city.PostAsync($"/sessions/lecturers/{id}", new() { ["Name"] = "王工二", ["Domains"] = "Fire", ["Version"] = "1" });

        Assert.All([added, ofCounty, changed], answer => Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode));
        Assert.All([noDomain, notOwn], answer => Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode));
        Assert.Equal(HttpStatusCode.Conflict, stale.StatusCode);
        Assert.Contains("王工", list, StringComparison.Ordinal);
        // The county sees the city's expert, but does not change the entry.
        Assert.DoesNotContain(id, list, StringComparison.Ordinal);
        Assert.Contains("王工,市消防救援支队,高级工程师,消防,云岭市教育局,1,可邀请", csv, StringComparison.Ordinal);
        Assert.Contains("<option value=\"市消防救援支队 王工\">", form, StringComparison.Ordinal);
        Assert.DoesNotContain("本区李工", await neighbour.ReadAsync("/sessions/lecturers"), StringComparison.Ordinal);
        Assert.DoesNotContain("王工\">", await county.ReadAsync("/sessions/new"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await county.GetAsync($"/sessions/lecturers/{id}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await city.GetAsync($"/sessions/lecturers/{Guid.NewGuid()}")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await learner.GetAsync("/sessions/lecturers")).StatusCode);
        Assert.StartsWith("/account/session", (await visitor.GetAsync("/sessions/lecturers")).Headers.Location?.PathAndQuery);
    }

    private static Dictionary<string, string> Expert(string unit, string name) => new(StringComparer.Ordinal)
    {
        ["Organization"] = WorldIds.CodeOf(unit),
        ["Name"] = name,
        ["Unit"] = "市消防救援支队",
        ["Title"] = "高级工程师",
        ["Domains"] = "Fire",
    };
}

public sealed class LecturerOnSqlite(SqliteApp app) : LecturerTests(app), IClassFixture<SqliteApp>;

public sealed class LecturerOnPostgres(PostgresApp app) : LecturerTests(app), IClassFixture<PostgresApp>;
