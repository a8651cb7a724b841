using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TrainingHub.People;
using TrainingHub.Time;
using Xunit.Abstractions;

namespace TrainingHub.WebTests.Coverage;

/// <summary>32 tasks complete training, change schools and revoke in five schools for four seconds; afterwards every cell equals the recount.</summary>
public abstract class CountAgainStressTests(WebApp app, ITestOutputHelper output)
{
    private static readonly TimeSpan Duration = TimeSpan.FromSeconds(4);

    [Fact]
    public async Task Cells_equal_the_recount_after_32_tasks_wrote_for_four_seconds()
    {
        var world = new CountedWorld(app);
        await world.MakeAsync(people: 40);
        var today = app.Services.GetRequiredService<DayClock>().Today;
        foreach (var (person, i) in world.People.Select((person, i) => (person, i)))
        {
            await world.HireAsync(person, world.Schools[i % 5], world.Positions[i % 2], today.AddDays(-300), Day.Open, isPrimary: true, Employment.Established);
        }

        var watch = Stopwatch.StartNew();
        var writes = await Task.WhenAll(Enumerable.Range(0, 32).Select(task => Task.Run(() => WriteAsync(world, new Random(task), today, watch))));

        output.WriteLine($"{writes.Sum()} writes in {watch.Elapsed.TotalSeconds:0.0} s");
        Assert.Equal("", await world.DifferenceAsync());
        Assert.All(writes, count => Assert.NotEqual(0, count));
    }

    private static async Task<int> WriteAsync(CountedWorld world, Random random, DateOnly today, Stopwatch watch)
    {
        var writes = 0;
        while (watch.Elapsed < Duration)
        {
            var person = world.People[random.Next(world.People.Count)];
            await (random.Next(3) switch
            {
                0 => world.PassAsync(person),
                1 => GiveWayAsync(() => world.EndAsync(person, random.Next(9), today.AddDays(-1 - random.Next(2)), world.Schools[random.Next(5)])),
                _ => GiveWayAsync(() => world.RevokeAsync(person, random.Next(9))),
            });
            writes++;
        }

        return writes;
    }

    /// <summary>Somebody else may change the same post, or revoke the same record, at the same moment; then this one gives way, as a page would.</summary>
    private static async Task GiveWayAsync(Func<Task> write)
    {
        try
        {
            await write();
        }
        catch (DbUpdateException)
        {
            // Nothing of it was written: the transaction is rolled back as a whole.
        }
    }
}

public sealed class CountAgainStressOnSqlite(SqliteApp app, ITestOutputHelper output) : CountAgainStressTests(app, output), IClassFixture<SqliteApp>;

public sealed class CountAgainStressOnPostgres(PostgresApp app, ITestOutputHelper output) : CountAgainStressTests(app, output), IClassFixture<PostgresApp>;
