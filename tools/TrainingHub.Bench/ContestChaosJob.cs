using System.Net;
using TrainingHub.Tests;

namespace TrainingHub.Bench;

/// <summary>
/// A hall with a poor network plays: connections are slow and cut, everybody loads the page anew twice while a question is open, and the server is killed
/// twice. In the end the log is read: every receipt that a page showed must stand in it once, and the ranking must be that of the receipts.
/// </summary>
internal sealed class ContestChaosJob(BenchOptions options, Application application) : IDisposable
{
    private const int Questions = 5;

    /// <summary>So many guests come from one address: they send their forms again, and each time counts.</summary>
    private const int GuestsOfAddress = 250;

    private static readonly TimeSpan Hurry = TimeSpan.FromSeconds(10);

    private readonly HttpClient _http = new(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false }) { BaseAddress = application.Address, Timeout = TimeSpan.FromSeconds(60) };

    public async Task<Dictionary<string, double>> RunAsync()
    {
        var host = new Visitor(_http, "YL0002", "");
        await host.SignInAsync();
        await host.PrepareAsync();
        var path = await ContestJob.PrepareAsync(host, Questions, seconds: 240, hasSpeed: false);
        using var browser = host.Browser();
        var players = Enumerable.Range(1, options.Players)
            .Select(place => new ShakyPlayer(application.Address, new IPAddress([127, 0, 1, (byte)(1 + (place / GuestsOfAddress))]), path, place, (50, 2000), Hurry, options.Seed + place)).ToList();
        Console.WriteLine($"{players.Count} players, latency 50 to 2,000 ms, 5 % of connections cut every 10 s, {ShakyPlayer.Refreshes} refreshes a question; seed {options.Seed}");
        var outcome = await new ShakyHall(browser, path, players, async () =>
        {
            await application.RestartAsync();
            Console.WriteLine("the server was killed and is back");
        }).PlayAsync(Questions);
        players.ForEach(player => player.Dispose());
        foreach (var error in outcome.Errors.Take(5))
        {
            Console.WriteLine(error);
        }

        return new Dictionary<string, double>(StringComparer.Ordinal)
        {
            ["players"] = options.Players,
            ["receipts"] = outcome.Receipts,
            ["lost"] = outcome.Lost,
            ["doubled"] = outcome.Doubled,
            ["unreceipted"] = outcome.Strange,
            ["rankingDiffers"] = outcome.Differing,
            ["kills"] = outcome.Kills,
            ["cuts"] = outcome.Cuts,
            ["refreshes"] = outcome.Refreshes,
            ["errors"] = outcome.Errors.Count,
        };
    }

    public void Dispose() => _http.Dispose();
}
