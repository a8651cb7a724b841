using FsCheck;
using FsCheck.Fluent;
using Microsoft.Extensions.DependencyInjection;
using TrainingHub.Coverage;
using TrainingHub.Organizations;
using TrainingHub.People;
using TrainingHub.Time;

namespace TrainingHub.WebTests.Coverage;

/// <summary>Cells equal a slow recount after every step of random histories, also on days on which nobody writes.</summary>
public abstract class CountAgainPropertyTests(WebApp app, int histories)
{
    [Fact]
    public void Cells_equal_the_recount_on_random_histories()
    {
        // A step is a number: everything it does is drawn from it. A failing history shrinks by leaving steps out.
        var steps = Arb.From(Gen.Choose(0, int.MaxValue - 1).ArrayOf(14), history => history.Select((_, i) => history.Where((_, at) => at != i).ToArray()));

        Check.One(Config.QuickThrowOnFailure.WithMaxTest(histories), Prop.ForAll(steps, history => Run(history).GetAwaiter().GetResult()));
    }

    private async Task<bool> Run(int[] history)
    {
        var world = new CountedWorld(app);
        await world.MakeAsync(people: 5, onlyWhileInPost: history is [var first, ..] && first % 2 == 0);
        try
        {
            var (clock, seen) = (app.Services.GetRequiredService<DayClock>(), new List<(DateOnly Day, DateTime Moment, SortedSet<string> Cells)>());
            foreach (var step in history)
            {
                app.Clock.Move(TimeSpan.FromSeconds(1));
                var what = await TakeAsync(world, new Random(step));
                var difference = await world.DifferenceAsync();
                Assert.True(difference.Length == 0, $"After “{what}” (step {step}):\n{difference}");
                seen.Add((clock.Today, clock.Now, await world.CellsAsync()));
            }

            app.Clock.Move(TimeSpan.FromSeconds(1));
            await CompareAsync(world, clock.Today, seen, new Random(history is [.., var last] ? last : 0));
            return true;
        }
        finally
        {
            await world.RetireAsync();
        }
    }

    /// <summary>What is known now gives the recount of any past day; what was known at a moment gives the cells that stood at it.</summary>
    private static async Task CompareAsync(CountedWorld world, DateOnly today, List<(DateOnly Day, DateTime Moment, SortedSet<string> Cells)> seen, Random random)
    {
        var days = Enumerable.Range(0, 2).Select(_ => today.AddDays(-random.Next(120)));
        foreach (var day in days)
        {
            Assert.Equal(await world.RecountAsync(day), await CellsAsync(world, day, null));
        }

        var (target, unit) = (world.Targets[random.Next(3)], random.Next(2) == 0 ? world.City : world.Counties[0]);
        foreach (var point in (await world.TrendAsync(target, unit, today)).OrderBy(_ => random.Next()).Take(4))
        {
            var total = (await world.AsOfAsync(target, unit, point.Day, null)).Total;
            Assert.Equal((point.Day, total.Counted, total.Covered, total.Excluded), (point.Day, point.Counted, point.Covered, point.Excluded));
        }

        foreach (var (day, moment, cells) in seen.OrderBy(_ => random.Next()).Take(2))
        {
            Assert.Equal(cells, await CellsAsync(world, day, moment));
        }
    }

    private static async Task<SortedSet<string>> CellsAsync(CountedWorld world, DateOnly day, DateTime? moment)
    {
        var lines = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var target in world.Targets)
        {
            var city = await world.AsOfAsync(target, world.City, day, moment);
            var county = await world.AsOfAsync(target, world.Counties[0], day, moment);
            var names = city.Names.CountBy(name => name.Kind).ToDictionary();

            Assert.Equal(city.Total.Covered, names.GetValueOrDefault(StandingKind.Covered));
            Assert.Equal(city.Total.Missing, names.GetValueOrDefault(StandingKind.Missing));
            Assert.Equal(city.Total.Excluded, names.GetValueOrDefault(StandingKind.Excluded));
            Assert.Equal(city.Total.Counted, city.Units.Sum(unit => unit.Figure.Counted));
            Assert.Equal(city.Total.Covered, city.Units.Sum(unit => unit.Figure.Covered));
            Assert.Equal(city.Units.SingleOrDefault(unit => unit.Of.Id == world.Counties[0])?.Figure ?? CoverageFigure.Nothing, county.Total);
            lines.UnionWith(city.Cells.Select(SlowRecount.Line));
        }

        return lines;
    }

    private async Task<string> TakeAsync(CountedWorld world, Random random)
    {
        var today = app.Services.GetRequiredService<DayClock>().Today;
        var (person, school, position) = (Of(world.People), Of(world.Schools), Of(world.Positions));
        switch (random.Next(16))
        {
            case 0 or 1 or 2:
                var from = Near(-400, 30);
                await world.HireAsync(person, school, position, from, random.Next(2) == 0 ? Day.Open : from.AddDays(random.Next(500)), random.Next(3) == 0, random.Next(6) == 0 ? Employment.Outsourced : Employment.Contract);
                return "hire";
            case 3:
                await world.EndAsync(person, random.Next(9), Near(-40, 20), to: null);
                return "end";
            case 4:
                await world.EndAsync(person, random.Next(9), Near(-40, 20), Of(world.Schools));
                return "transfer";
            case 5 or 6:
                var day = Near(-320, 0);
                await world.RecordAsync(person, day, random.Next(2) == 0 ? null : day.AddDays(random.Next(400)));
                return "record";
            case 7:
                await world.RevokeAsync(person, random.Next(9));
                return "revoke";
            case 8:
                await world.DeclareAsync(school, Of(CountedWorld.Posts), Of([DeclaredState.Vacant, DeclaredState.NotKept, DeclaredState.Holders]), random.Next(2) == 0, Near(-100, 30), Near(31, 60));
                return "declare";
            case 9:
                await world.ExcludeAsync(person, Of(world.Targets), Of([ExclusionState.Approved, ExclusionState.Approved, ExclusionState.Asked]), Near(-60, 10), Near(11, 60));
                return "exclude";
            case 10:
                await world.MoveAsync(school, Of([world.Counties[0], world.Counties[1], world.City, world.OtherCity]), Near(-90, 20));
                return "move";
            case 11:
                await world.ReclassifyAsync(school, Of([OrganizationKind.School, OrganizationKind.Campus]), Of([OrganizationFlags.None, OrganizationFlags.Private]), Near(-90, 20));
                return "reclassify";
            case 12:
                await world.MapAsync(position, Of(CountedWorld.Posts), Near(-90, 20));
                return "map";
            case 13:
                await world.WithdrawAsync(person, random.Next(9), Near(-60, 40));
                return "withdraw";
            default:
                app.Clock.Move(TimeSpan.FromDays(random.Next(1, 30)));
                return "let days pass";
        }

        T Of<T>(IReadOnlyList<T> from) => from[random.Next(from.Count)];
        DateOnly Near(int first, int last) => today.AddDays(random.Next(first, last + 1));
    }
}

public sealed class CountAgainPropertyOnSqlite(SqliteApp app) : CountAgainPropertyTests(app, histories: 20), IClassFixture<SqliteApp>;

public sealed class CountAgainPropertyOnPostgres(PostgresApp app) : CountAgainPropertyTests(app, histories: 8), IClassFixture<PostgresApp>;
