using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TrainingHub.Organizations;
using TrainingHub.Seeds;
using TrainingHub.People;
using TrainingHub.Storage;
using TrainingHub.Time;
using Xunit.Abstractions;

namespace TrainingHub.WebTests.Coverage;

/// <summary>One person costs few statements, and many people no more than one.</summary>
public abstract class CountAgainCostTests
{
    private readonly WebApp app;
    private readonly ITestOutputHelper output;

    protected CountAgainCostTests(WebApp app, ITestOutputHelper output)
    {
        (this.app, this.output) = (app, output);
        StatementCount.Begin();
    }

    [Fact]
    public async Task Counts_one_person_in_few_statements()
    {
        var person = WorldIds.Of("person", SmallWorld.Principal);

        var unchanged = await CostAsync(new FactsChanged { People = [person] });
        await app.WithDbAsync(db => db.CoverageStandings.Where(s => s.PersonId == person).ExecuteDeleteAsync());
        var changed = await CostAsync(new FactsChanged { People = [person] });

        output.WriteLine($"nothing changed: {unchanged} statements; a standing and its cell changed: {changed}");
        Assert.InRange(unchanged, 5, 10);
        Assert.InRange(changed, 8, 16);
    }

    [Fact]
    public async Task Counts_a_school_in_as_many_statements_as_one_person()
    {
        var world = new CountedWorld(app);
        await world.MakeAsync(people: 300);
        foreach (var person in world.People.Take(20))
        {
            await world.HireAsync(person, world.Schools[0], world.Positions[0], new(2025, 1, 1), Day.Open, isPrimary: true, Employment.Established);
        }

        var few = await CostAsync(new FactsChanged { Organizations = [world.Schools[0]] });
        await app.InsideAsync(async services =>
        {
            var (db, ids) = (services.GetRequiredService<Db>(), services.GetRequiredService<Ids>());
            foreach (var person in world.People.Skip(20))
            {
                var id = ids.Next();
                db.Memberships.Add(new Membership
                {
                    Id = id,
                    FactId = id,
                    PersonId = person,
                    OrganizationId = world.Schools[0],
                    PositionId = world.Positions[0],
                    From = new(2025, 1, 1),
                    Until = Day.Open,
                    IsPrimary = true,
                    Employment = Employment.Established,
                    RecordedAt = DateTime.UnixEpoch,
                });
            }

            await db.SaveChangesAsync();
        });
        var watch = Stopwatch.StartNew();
        var many = await CostAsync(new FactsChanged { Organizations = [world.Schools[0]] });

        var milliseconds = watch.ElapsedMilliseconds;
        await app.WithDbAsync(db => db.CoverageStandings.Where(s => s.OrganizationId == world.Schools[0]).ExecuteDeleteAsync());
        watch.Restart();
        await CostAsync(new FactsChanged { Organizations = [world.Schools[0]] });
        var anew = watch.ElapsedMilliseconds;
        watch.Restart();
        var unchanged = await CostAsync(new FactsChanged { Organizations = [world.Schools[0]] });

        output.WriteLine($"20 people: {few} statements; 300 people: {many} statements, {milliseconds} ms; all standings anew: {anew} ms; nothing changed: {unchanged} statements, {watch.ElapsedMilliseconds} ms");
        Assert.InRange(many, few, few + 4);
        Assert.Equal("", await world.DifferenceAsync());
        await world.RetireAsync();
    }

    private Task<int> CostAsync(FactsChanged changed) =>
        app.InsideAsync(services => StatementCount.OfAsync(() => services.GetRequiredService<IFigures>().CountAgainAsync(changed, CancellationToken.None)));
}

public sealed class CountAgainCostOnSqlite(SqliteApp app, ITestOutputHelper output) : CountAgainCostTests(app, output), IClassFixture<SqliteApp>;

public sealed class CountAgainCostOnPostgres(PostgresApp app, ITestOutputHelper output) : CountAgainCostTests(app, output), IClassFixture<PostgresApp>;
