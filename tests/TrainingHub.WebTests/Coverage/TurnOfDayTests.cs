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
