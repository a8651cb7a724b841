using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using System.Text.RegularExpressions;
using TrainingHub.Seeds;

namespace TrainingHub.Bench;

/// <summary>
/// A hall plays: so many guests join one contest, keep its feed open and answer each question within three seconds of its opening. Every tenth sends its
/// answer twice. In the end the log is read: every receipt must stand in it once.
/// </summary>
internal sealed partial class ContestJob(BenchOptions options, Application application) : IDisposable
{
    private const int WarmUps = 2, Questions = 5;
    private static readonly TimeSpan AnswersWithin = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>So many guests come from one address, fewer than it is allowed in ten minutes.</summary>
    private const int GuestsOfAddress = 900;

    private readonly List<HttpClient> _networks = [.. Enumerable.Range(1, 1 + (options.Players / GuestsOfAddress)).Select(network => NetworkOf(application.Address, network))];

    private readonly ConcurrentBag<(int Number, int Item)> _receipts = [];
    private readonly ConcurrentBag<double> _receiptTimes = [], _revealTimes = [], _openTimes = [];
    private readonly ConcurrentBag<string> _errors = [];
    private readonly List<ContestFeedWire> _feeds = [];
    private string _path = "";
    private long _since;
    private int _item, _answered, _revealed;

    public async Task<Dictionary<string, double>> RunAsync()
    {
        var host = new Visitor(_networks[0], "YL0002", "");
        await host.SignInAsync();
        await host.PrepareAsync();
        _path = await PrepareAsync(host, WarmUps + Questions, seconds: 60, hasSpeed: true);
        var players = Enumerable.Range(0, options.Players).Select(player => new Visitor(_networks[player / GuestsOfAddress], "", "")).ToList();
        var began = Stopwatch.GetTimestamp();
        await Parallel.ForEachAsync(players.Index(), new ParallelOptions { MaxDegreeOfParallelism = 16 }, async (player, _) => await JoinAsync(player.Item, player.Index + 1));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{players.Count} guests joined within {Stopwatch.GetElapsedTime(began).TotalSeconds:0.0} s"));
        var listening = players.Select(ListenAsync).ToList();
        await Task.Delay(TimeSpan.FromSeconds(3));
        var calibration = Calibration.Run();
        for (var item = 1; item <= WarmUps + Questions; item++)
        {
            if (item == WarmUps + 1)
            {
                _receiptTimes.Clear();
                _revealTimes.Clear();
                _openTimes.Clear();
            }

            await PlayAsync(host, item);
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"calibration {calibration:0} → {Calibration.Run():0}; errors {_errors.Count}{(_errors.TryPeek(out var first) ? $", one of them: {first}" : "")}"));
        var (lost, doubled) = Compare(await host.ReadAsync($"{_path}/log.csv"));
        _feeds.ForEach(feed => feed.Dispose());
        await Task.WhenAll(listening);
        Print("opened on phones", _openTimes);
        Print("receipt", _receiptTimes);
        Print("revealed on phones", _revealTimes);
        return new Dictionary<string, double>(StringComparer.Ordinal)
        {
            ["players"] = options.Players,
            ["receiptP50Ms"] = Percentile(_receiptTimes, 0.5),
            ["receiptP99Ms"] = Percentile(_receiptTimes, 0.99),
            ["revealP99Ms"] = Percentile(_revealTimes, 0.99),
            ["receipts"] = _receipts.Count,
            ["lost"] = lost,
            ["doubled"] = doubled,
            ["errors"] = _errors.Count,
            ["memoryMb"] = application.MostMemory / 1024d / 1024,
        };
    }

    public void Dispose() => _networks.ForEach(network => network.Dispose());

    private static HttpClient NetworkOf(Uri address, int network) => new(new SocketsHttpHandler
    {
        UseCookies = false,
        AllowAutoRedirect = false,
        ConnectCallback = async (context, cancel) =>
        {
            var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            socket.Bind(new IPEndPoint(new IPAddress([127, 0, 1, (byte)network]), 0));
            await socket.ConnectAsync(new IPEndPoint(IPAddress.Loopback, context.DnsEndPoint.Port), cancel);
            return new NetworkStream(socket, ownsSocket: true);
        },
    })
    {
        BaseAddress = address,
        Timeout = TimeSpan.FromSeconds(60),
    };

    /// <summary>A contest that can be joined; its path.</summary>
    internal static async Task<string> PrepareAsync(Visitor host, int questions, int seconds, bool hasSpeed)
    {
        var settings = await host.PostAsync("/contests",
        [
            new("Organization", WorldIds.CodeOf(SmallWorld.Linxi)), new("Title", "全县安全知识竞赛"), new("Courses", "major-hazards-2024"),
            new("Single", questions.ToString(CultureInfo.InvariantCulture)), new("Multiple", "0"), new("TrueFalse", "0"),
            new("Seconds", seconds.ToString(CultureInfo.InvariantCulture)), new("Points", "100"), new("WrongPoints", "0"), new("StreakPoints", "0"), new("HasSpeed", hasSpeed ? "true" : "false"), new("AllowsGuests", "true"),
        ]);
        var version = Version().Match(await host.ReadAsync(settings)).Groups["version"].Value;
        await host.PostAsync($"{settings}/preparation", [new("version", version)]);
        return settings[..settings.LastIndexOf('/')];
    }

    private async Task JoinAsync(Visitor player, int place)
    {
        var page = await player.ReadAsync(_path);
        player.Use(Visitor.TokenIn(page));
        var seat = SeatToken().Match(page).Groups["token"].Value;
        Visitor.Check(seat.Length > 0, "the page offers no seat");
        await player.PostAsync($"{_path}/seats", [new("Token", seat), new("Name", $"来宾{place}"), new("Place", place.ToString(CultureInfo.InvariantCulture))], location: _path);
        player.Use(PlayToken().Match(await player.ReadAsync(_path)).Groups["token"].Value);
    }

    private async Task ListenAsync(Visitor player, int place)
    {
        var (opened, revealed) = (0, 0);
        var feed = new ContestFeedWire(application.Address, $"{_path}/feed", player.CookieLine, (phase, item) =>
        {
            switch (phase)
            {
                case "Open" when opened < item && item == Volatile.Read(ref _item):
                    opened = item;
                    _openTimes.Add(Stopwatch.GetElapsedTime(Volatile.Read(ref _since)).TotalMilliseconds);
                    _ = AnswerAsync(player, place, item);
                    break;
                case "Revealed" when revealed < item:
                    revealed = item;
                    _revealTimes.Add(Stopwatch.GetElapsedTime(Volatile.Read(ref _since)).TotalMilliseconds);
                    Interlocked.Increment(ref _revealed);
                    break;
                default:
                    break;
            }
        });
        lock (_feeds)
        {
            _feeds.Add(feed);
        }

        try
        {
            await feed.RunAsync();
        }
        catch (Exception exception) when (exception is SocketException or ObjectDisposedException)
        {
            // The end.
        }
    }

    private async Task AnswerAsync(Visitor player, int place, int item)
    {
        try
        {
            await Task.Delay(AnswersWithin * Random.Shared.NextDouble());
            var answer = $$"""{"item":{{item}},"choice":"{{(char)('A' + ((place + item) % 4))}}","id":"{{place}}-{{item}}","roundTrip":5}""";
            var receipts = await Task.WhenAll(Enumerable.Range(0, place % 10 == 0 ? 2 : 1).Select(async _ =>
            {
                var since = Stopwatch.GetTimestamp();
                using var receipt = JsonDocument.Parse(await player.SendJsonAsync(HttpMethod.Post, $"{_path}/answers", answer));
                _receiptTimes.Add(Stopwatch.GetElapsedTime(since).TotalMilliseconds);
                return receipt.RootElement.GetProperty("number").GetInt32();
            }));
            Visitor.Check(receipts.Distinct().Count() == 1, "one answer has two numbers");
            _receipts.Add((receipts[0], item));
        }
        catch (Exception exception) when (exception is UnexpectedAnswerException or HttpRequestException or TaskCanceledException)
        {
            _errors.Add(exception.Message);
        }
        finally
        {
            Interlocked.Increment(ref _answered);
        }
    }

    private async Task PlayAsync(Visitor host, int item)
    {
        (_answered, _revealed) = (0, 0);
        Volatile.Write(ref _item, item);
        await StepAsync(host, "Opened", item);
        await UntilAsync(() => Volatile.Read(ref _answered), "answered");
        await StepAsync(host, "Locked", item);
        await StepAsync(host, "Revealed", item);
        await UntilAsync(() => Volatile.Read(ref _revealed), "saw what is right");
        if (item < WarmUps + Questions)
        {
            await StepAsync(host, "Next", null);
        }
    }

    private async Task StepAsync(Visitor host, string kind, int? item)
    {
        var after = After().Match(await host.ReadAsync($"{_path}/host/now")).Groups["after"].Value;
        Volatile.Write(ref _since, Stopwatch.GetTimestamp());
        await host.PostAsync($"{_path}/steps", [new("Kind", kind), new("After", after), .. item is { } number ? [KeyValuePair.Create("Item", number.ToString(CultureInfo.InvariantCulture))] : Array.Empty<KeyValuePair<string, string>>()]);
    }

    private async Task UntilAsync(Func<int> count, string what)
    {
        var since = Stopwatch.GetTimestamp();
        while (count() < options.Players)
        {
            if (Stopwatch.GetElapsedTime(since) > Patience)
            {
                _errors.Add($"only {count()} of {options.Players} {what}");
                return;
            }

            await Task.Delay(10);
        }
    }

    /// <summary>Receipts that the log does not hold, and answers that it holds more than once.</summary>
    private (int Lost, int Doubled) Compare(string log)
    {
        var answers = log.Split('\n').Select(line => line.Split(',')).Where(cells => cells.Length > 4 && string.Equals(cells[2], "Answered", StringComparison.Ordinal))
            .Select(cells => (Number: int.Parse(cells[0], CultureInfo.InvariantCulture), Seat: cells[3], Item: int.Parse(cells[4], CultureInfo.InvariantCulture))).ToList();
        var known = answers.Select(answer => (answer.Number, answer.Item)).ToHashSet();
        return (_receipts.Count(receipt => !known.Contains(receipt)), answers.GroupBy(answer => (answer.Seat, answer.Item)).Sum(same => same.Count() - 1));
    }

    private static void Print(string what, ConcurrentBag<double> times) => Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
        $"           {what,-20} p50 {Percentile(times, 0.5),6:0} ms  p95 {Percentile(times, 0.95),6:0} ms  p99 {Percentile(times, 0.99),6:0} ms  {times.Count}"));

    private static double Percentile(ConcurrentBag<double> times, double share)
    {
        var tally = new Tally();
        foreach (var time in times)
        {
            tally.Add(time);
        }

        return tally.Percentile(share);
    }

    [GeneratedRegex("name=\"version\" value=\"(?<version>[0-9]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Version();

    [GeneratedRegex("name=\"Token\"[^>]*value=\"(?<token>[A-Za-z0-9_-]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex SeatToken();

    [GeneratedRegex("data-token=\"(?<token>[^\"]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex PlayToken();

    [GeneratedRegex("name=\"After\" value=\"(?<after>[0-9]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex After();
}
