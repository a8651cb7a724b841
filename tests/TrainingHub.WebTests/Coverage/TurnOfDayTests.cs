using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TrainingHub.Coverage;
using TrainingHub.Organizations;
using TrainingHub.People;
using TrainingHub.Seeds;
using TrainingHub.Storage;

namespace TrainingHub.WebTests.Coverage;

/// <summary>No page shows an earlier day's figure, and what was interrupted is counted by whoever looks next.</summary>
public abstract class TurnOfDayTests(WebApp app)
{
    [Fact]
    public async Task Figures_follow_the_day_without_anybody_writing()
    {
        await EndOnAsync(SmallWorld.Principal, new(2026, 10, 20));
        using var officer = await app.SignInAsync(SmallWorld.LinxiOfficer);

        app.Clock.MoveTo(TestClock.Start.AddDays(5).AddHours(13));
        Assert.Contains("应训 9 已训 5", CoveragePagesTests.Plain(await officer.ReadAsync("/coverage/s3-7-2026")));

        // 2026-10-20 24:00 in Shanghai has just passed.
        app.Clock.MoveTo(TestClock.Start.AddDays(5).AddHours(14).AddMinutes(1));
        Assert.Contains("应训 8 已训 5", CoveragePagesTests.Plain(await officer.ReadAsync("/coverage/s3-7-2026")));
    }

    [Fact]
    public async Task Names_follow_the_day_without_anybody_writing()
    {
        var school = WorldIds.Of("organization", SmallWorld.Binhe);
        await RenameFromAsync(school, "临溪区新滨河路小学", new(2026, 10, 17));
        Assert.NotEqual("临溪区新滨河路小学", await NameAsync(school));

        // 2026-10-17 00:00:30 in Shanghai; the background work looks once a minute.
        app.Clock.MoveTo(TestClock.Start.AddDays(1).AddHours(14).AddSeconds(30));
        for (var i = 0; i < 200 && !string.Equals(await NameAsync(school), "临溪区新滨河路小学", StringComparison.Ordinal); i++)
        {
            await Task.Delay(25);
        }

        Assert.Equal("临溪区新滨河路小学", await NameAsync(school));
    }

    [Fact]
    public async Task A_rebuild_makes_the_same_figures_from_nothing()
    {
        var before = await CellsAsync();

        await app.WithDbAsync(async db =>
        {
            await db.CoverageCells.ExecuteDeleteAsync();
            return await db.CoverageStandings.ExecuteDeleteAsync();
        });
        await app.InsideAsync(services => services.GetRequiredService<RebuildCoverage>().RunAsync(CancellationToken.None));

        Assert.NotEmpty(before);
        Assert.Equal(before, await CellsAsync());
        Assert.False(await app.WithDbAsync(db => db.CoverageDues.AnyAsync(d => d.Day <= new DateOnly(2026, 10, 15))));
    }

    private Task<string> NameAsync(Guid organization) => app.WithDbAsync(db => db.Organizations.Where(o => o.Id == organization).Select(o => o.Name).SingleAsync());

    private Task RenameFromAsync(Guid organization, string name, DateOnly day) => app.InsideAsync(async services =>
    {
        var db = services.GetRequiredService<Db>();
        await services.GetRequiredService<Transactions>().RunAsync(async cancel =>
        {
            var known = await db.OrganizationDetails.Known().SingleAsync(d => d.OrganizationId == organization, cancel);
            known.Supersede(DateTime.UnixEpoch);
            db.AddRange(Row(known, known.Name, known.From, day.AddDays(-1)), Row(known, name, day, known.Until));
            await db.SaveChangesAsync(cancel);
        }, CancellationToken.None);
    });

    private static OrganizationDetails Row(OrganizationDetails known, string name, DateOnly from, DateOnly until) => new()
    {
        Id = Guid.NewGuid(),
        FactId = known.FactId,
        OrganizationId = known.OrganizationId,
        Name = name,
        Kind = known.Kind,
        Stages = known.Stages,
        Flags = known.Flags,
        Area = known.Area,
        From = from,
        Until = until,
        RecordedAt = DateTime.UnixEpoch,
    };

    private Task<List<string>> CellsAsync() => app.WithDbAsync(async db =>
        (await db.CoverageCells.AsNoTracking().ToListAsync()).Select(SlowRecount.Line).Order(StringComparer.Ordinal).ToList());

    private Task EndOnAsync(string personKey, DateOnly last) => app.InsideAsync(async services =>
    {
        var (db, person) = (services.GetRequiredService<Db>(), WorldIds.Of("person", personKey));
        await services.GetRequiredService<Transactions>().RunAsync(async cancel =>
        {
            var post = await db.Memberships.Known().SingleAsync(m => m.PersonId == person, cancel);
            post.Supersede(DateTime.UnixEpoch);
            db.Memberships.Add(new Membership
            {
                Id = Guid.NewGuid(),
                FactId = post.FactId,
                PersonId = person,
                OrganizationId = post.OrganizationId,
                PositionId = post.PositionId,
                From = post.From,
                Until = last,
                IsPrimary = true,
                Employment = post.Employment,
                RecordedAt = DateTime.UnixEpoch,
            });
            await db.SaveChangesAsync(cancel);
            await services.GetRequiredService<IFigures>().CountAgainAsync(new FactsChanged { People = [person] }, cancel);
        }, CancellationToken.None);
    });
}

public sealed class TurnOfDayOnSqlite(SqliteApp app) : TurnOfDayTests(app), IClassFixture<SqliteApp>;

public sealed class TurnOfDayOnPostgres(PostgresApp app) : TurnOfDayTests(app), IClassFixture<PostgresApp>;
