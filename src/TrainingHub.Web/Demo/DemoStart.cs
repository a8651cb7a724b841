#if DEMO_WORLDS
using TrainingHub.Seeds;

namespace TrainingHub.Demo;

/// <summary>Loads the world that was asked for, and once the application listens prints where and who can sign in.</summary>
internal static class DemoStart
{
    public static async Task RunAsync(WebApplication app, IServiceProvider services, CancellationToken cancel)
    {
        var name = app.Configuration["World"] ?? (app.Environment.IsDevelopment() ? "small" : "none");
        if (string.Equals(name, "none", StringComparison.Ordinal))
        {
            return;
        }

        var world = Worlds.Find(name) ?? throw new InvalidOperationException($"There is no world called {name}: use none, small, county or bench.");
        var isSmall = string.Equals(world.Name, "small", StringComparison.Ordinal);
        // Tests count by the three targets of one promise, unless they ask for all of them.
        var hasTargets = isSmall && (app.Configuration.GetValue<bool?>("Targets") ?? !app.Environment.IsEnvironment("Testing"));
        var targets = services.GetRequiredService<DemoTargetLoader>();
        var isNew = await services.GetRequiredService<DemoWorldLoader>().RunAsync(world, hasTargets ? targets.Add : null, cancel);
        if (isNew && hasTargets)
        {
            await targets.CompleteAsync(cancel);
        }

        if (isNew && (app.Configuration.GetValue<bool?>("Bank") ?? !app.Environment.IsEnvironment("Testing")) && isSmall)
        {
            // Tests fill banks of their own, unless they ask for this one.
            var questions = await services.GetRequiredService<DemoBankLoader>().RunAsync(WorldBank.Small, cancel);
            await services.GetRequiredService<DemoQuizLoader>().RunAsync(questions, hasContest: !app.Environment.IsEnvironment("Testing"), cancel);
        }

        if (isNew && !app.Environment.IsEnvironment("Testing") && isSmall)
        {
            await services.GetRequiredService<DemoSessionLoader>().RunAsync(cancel);
            await services.GetRequiredService<DemoContestLoader>().RunAsync(cancel);
            await services.GetRequiredService<DemoSpeechLoader>().RunAsync(cancel);
        }

        if (isNew && world.Bulk is { Attempts: > 0 })
        {
            await services.GetRequiredService<DemoRankingLoader>().RunAsync(world, cancel);
        }

        if (app.Environment.IsDevelopment())
        {
            app.Lifetime.ApplicationStarted.Register(() => Print(app, world));
        }
    }

    private static void Print(WebApplication app, World world)
    {
        Console.WriteLine();
        Console.WriteLine($"  TrainingHub · {string.Join("  ", app.Urls)}");
        Console.WriteLine($"  演示账号（密码都是 {World.Password}） / demo sign-ins, password {World.Password}:");
        foreach (var person in world.People.Where(person => person.ShownAs is not null))
        {
            Console.WriteLine($"    {person.StaffNumber}  {person.Name}  {person.ShownAs}");
        }

        Console.WriteLine();
    }
}
#endif
