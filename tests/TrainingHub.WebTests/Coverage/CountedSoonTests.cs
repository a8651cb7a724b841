using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TrainingHub.Coverage;
using TrainingHub.Organizations;
using TrainingHub.People;
using TrainingHub.Seeds;
using TrainingHub.Storage;
using TrainingHub.Time;
using TrainingHub.WebTests.Completions;

namespace TrainingHub.WebTests.Coverage;

/// <summary>Changes that reach many people are counted in steps of their own, and no page shows a figure before.</summary>
public abstract class CountedSoonTests(WebApp app)
{
    private const int Many = 500;
    private static readonly DateOnly Today = new(2026, 10, 15);

    [Fact]
    public async Task After_a_unit_with_500_people_moved_the_next_page_is_right()
    {
        await FillAsync(SmallWorld.WangchuanHigh);
        using var officer = await app.SignInAsync(SmallWorld.CityOfficer);
        var (high, linxi, wangchuan) = (WorldIds.CodeOf(SmallWorld.WangchuanHigh), WorldIds.CodeOf(SmallWorld.Linxi), WorldIds.CodeOf(SmallWorld.Wangchuan));
        var (before, beside) = (await CountedAsync(officer, wangchuan), await CountedAsync(officer, linxi));
        var school = await CountedAsync(officer, high);

        using var moved = await officer.PostAsync($"/organizations/{high}/parent", new()
        {
            ["Parent"] = "临溪区教育局",
            ["From"] = "2026-10-15",
            ["Version"] = Version(await officer.ReadAsync($"/organizations/{high}/parent")),
        });

        Assert.Equal(HttpStatusCode.Redirect, moved.StatusCode);
        Assert.True(await IsDueAsync(SmallWorld.WangchuanHigh), "The move counted in its own transaction.");
        Assert.True(school >= Many);
        Assert.Equal(beside + school, await CountedAsync(officer, linxi));
        Assert.False(await IsDueAsync(SmallWorld.WangchuanHigh));
        Assert.Equal(before - school, await CountedAsync(officer, wangchuan));
        Assert.Equal("", await DifferenceAsync());
    }

    [Fact]
    public async Task After_a_unit_became_a_campus_nobody_counts_there_on_the_next_page()
    {
        using var officer = await app.SignInAsync(SmallWorld.CityOfficer);
        var (school, city) = (WorldIds.CodeOf(SmallWorld.School5), WorldIds.CodeOf(SmallWorld.City));
        var before = await CountedAsync(officer, city);
        Assert.Equal(3, await CountedAsync(officer, school));

        using var changed = await officer.PostAsync($"/organizations/{school}/details", new()
        {
            ["Name"] = "云岭市第五高级中学",
            ["Kind"] = "Campus",
            ["From"] = "2026-10-15",
            ["Version"] = Version(await officer.ReadAsync($"/organizations/{school}/details")),
        });

        Assert.Equal(HttpStatusCode.Redirect, changed.StatusCode);
        Assert.True(await IsDueAsync(SmallWorld.School5));
        Assert.Equal(before - 3, await CountedAsync(officer, city));
        Assert.Equal("", await DifferenceAsync());
    }

    [Fact]
    public async Task After_a_post_was_mapped_its_holders_count_on_the_next_page()
    {
        using var officer = await app.SignInAsync(SmallWorld.CityOfficer);
        using var made = await officer.PostAsync("/positions", new() { ["Name"] = "联络员", ["Core"] = "Guard", ["Organization"] = WorldIds.CodeOf(SmallWorld.City) });
        var position = await app.WithDbAsync(db => db.Positions.Where(p => p.Name == "联络员").Select(p => p.Id).SingleAsync());
        await HoldAsync((await app.AddPeopleAsync(1, "联络员甲"))[0], SmallWorld.Binhe, position);
        var before = await CountedAsync(officer, WorldIds.CodeOf(SmallWorld.Binhe));

        using var mapped = await officer.PostAsync($"/positions/{position}/mapping", new()
        {
            ["Core"] = "PersonResponsible",
            ["From"] = "2026-10-15",
            ["Version"] = Version(await officer.ReadAsync($"/positions/{position}/mapping")),
        });

        Assert.Equal(HttpStatusCode.Redirect, mapped.StatusCode);
        Assert.True(await IsDueAsync(SmallWorld.Binhe));
        Assert.Equal(before + 1, await CountedAsync(officer, WorldIds.CodeOf(SmallWorld.Binhe)));
        Assert.Equal("", await DifferenceAsync());
    }

    /// <summary>The first three columns of the first line of the table by units or posts: what a page shows now.</summary>
    private static async Task<int> CountedAsync(TestBrowser officer, string unit) =>
        int.Parse((await officer.ReadAsync($"/coverage/s3-7-2026/posts.csv?organization={unit}")).Split("\r\n")[1].Split(',')[1], System.Globalization.CultureInfo.InvariantCulture);

    private static string Version(string html) => html.Split("name=\"Version\" value=\"")[1].Split('"')[0];

    private Task<bool> IsDueAsync(string organization)
    {
        var id = WorldIds.Of("organization", organization);
        return app.WithDbAsync(db => db.CoverageDues.AnyAsync(due => due.OrganizationId == id && due.Day <= Today));
    }

    private async Task FillAsync(string organization)
    {
        var principal = await app.WithDbAsync(db => db.Positions.Where(p => p.Code == "principal").Select(p => p.Id).SingleAsync());
        foreach (var chunk in (await app.AddPeopleAsync(Many, "众人")).Chunk(100))
        {
            await app.InsideAsync(services => WriteAsync(services, chunk, organization, principal));
        }
    }

    private Task HoldAsync(Guid person, string organization, Guid position) => app.InsideAsync(services => WriteAsync(services, [person], organization, position));

    private static async Task WriteAsync(IServiceProvider services, Guid[] people, string organization, Guid position)
    {
        var db = services.GetRequiredService<Db>();
        await services.GetRequiredService<Transactions>().RunAsync(async cancel =>
        {
            foreach (var person in people)
            {
                var id = Guid.CreateVersion7();
                db.Memberships.Add(new Membership
                {
                    Id = id,
                    FactId = id,
                    PersonId = person,
                    OrganizationId = WorldIds.Of("organization", organization),
                    PositionId = position,
                    From = new(2024, 1, 1),
                    Until = Day.Open,
                    IsPrimary = true,
                    Employment = Employment.Established,
                    RecordedAt = DateTime.UnixEpoch,
                });
            }

            await db.SaveChangesAsync(cancel);
            await services.GetRequiredService<IFigures>().CountAgainAsync(new FactsChanged { People = people }, cancel);
        }, CancellationToken.None);
    }

    /// <summary>Empty when every cell equals what is counted from nothing.</summary>
    private async Task<string> DifferenceAsync()
    {
        var before = await CellsAsync();
        await app.InsideAsync(services => services.GetRequiredService<RebuildCoverage>().RunAsync(CancellationToken.None));
        var after = await CellsAsync();
        return string.Join('\n', before.Except(after).Select(line => "was " + line).Concat(after.Except(before).Select(line => "is  " + line)));
    }

    private Task<List<string>> CellsAsync() => app.WithDbAsync(async db =>
        (await db.CoverageCells.AsNoTracking().ToListAsync()).Select(SlowRecount.Line).Order(StringComparer.Ordinal).ToList());
}

public sealed class CountedSoonOnSqlite(SqliteApp app) : CountedSoonTests(app), IClassFixture<SqliteApp>;

public sealed class CountedSoonOnPostgres(PostgresApp app) : CountedSoonTests(app), IClassFixture<PostgresApp>;
