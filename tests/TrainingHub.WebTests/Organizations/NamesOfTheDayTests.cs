using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TrainingHub.Organizations;
using TrainingHub.Seeds;
using TrainingHub.Storage;

namespace TrainingHub.WebTests.Organizations;

/// <summary>A renaming entered for a day ahead reaches the lists when that day begins.</summary>
public abstract class NamesOfTheDayTests(WebApp app)
{
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
}

public sealed class NamesOfTheDayOnSqlite(SqliteApp app) : NamesOfTheDayTests(app), IClassFixture<SqliteApp>;

public sealed class NamesOfTheDayOnPostgres(PostgresApp app) : NamesOfTheDayTests(app), IClassFixture<PostgresApp>;
