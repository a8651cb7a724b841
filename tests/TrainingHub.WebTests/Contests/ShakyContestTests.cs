using System.Net;
using TrainingHub.Seeds;
using TrainingHub.Tests;

namespace TrainingHub.WebTests.Contests;

/// <summary>
/// A hall with a poor network, small: slow connections that are cut, pages loaded anew twice a question, the server killed while an answer is shown and in the
/// middle of the next question. The same with a thousand players: <c>tools/bench contest --chaos</c>.
/// </summary>
public abstract class ShakyContestTests(WebApp app)
{
    private const int Players = 10;
    private const int Questions = 2;

    [Fact]
    public async Task Loses_and_doubles_nothing_and_the_ranking_is_that_of_the_receipts()
    {
        // The other process goes by the machine's clock.
        app.Clock.MoveTo(TimeProvider.System.GetUtcNow());
        using var officer = await app.SignInAsync(SmallWorld.LinxiOfficer);
        var code = await officer.ContestAsync(new() { ["Single"] = $"{Questions}", ["Multiple"] = "0", ["Seconds"] = "240" });
        var server = await RunningApp.StartAsync(app);
        using var host = await server.SignInAsync(SmallWorld.LinxiOfficer);
        var players = Enumerable.Range(1, Players).Select(place => new ShakyPlayer(new Uri(server.Address), IPAddress.Loopback, $"/contests/{code}", place, (50, 400), TimeSpan.FromSeconds(1), seed: place)).ToList();

        var outcome = await new ShakyHall(host, $"/contests/{code}", players, async () =>
        {
            await server.DisposeAsync();
            server = await RunningApp.StartAsync(app, server.Address);
        })
        {
            CutPercent = 20,
            CutEvery = TimeSpan.FromSeconds(1),
        }.PlayAsync(Questions);
        await server.DisposeAsync();
        players.ForEach(player => player.Dispose());

        Assert.Empty(outcome.Errors);
        Assert.Equal((Players * Questions, 0, 0, 0, 0), (outcome.Receipts, outcome.Lost, outcome.Doubled, outcome.Strange, outcome.Differing));
        Assert.True(outcome is { Kills: 2, Refreshes: Players * Questions * ShakyPlayer.Refreshes, Cuts: > 0 });
    }
}

public sealed class ShakyContestOnSqlite(SqliteApp app) : ShakyContestTests(app), IClassFixture<SqliteApp>;

public sealed class ShakyContestOnPostgres(PostgresApp app) : ShakyContestTests(app), IClassFixture<PostgresApp>;
