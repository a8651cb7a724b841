using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace TrainingHub.Tests;

/// <summary>
/// Somebody who plays in a hall with a poor network, as the page's module does: follows the feed, sends one answer until the server has said what became of
/// it, and loads the page anew twice while a question is open. What the page showed as a receipt is kept.
/// </summary>
internal sealed partial class ShakyPlayer : IDisposable
{
    public const int Refreshes = 2;

    private readonly Lock _lock = new();
    private readonly ConcurrentDictionary<SlowStream, bool> _connections = [];
    private readonly Dictionary<int, string> _pending = [];
    private readonly Dictionary<int, string> _chosen = [];
    private readonly Dictionary<int, (int Number, string Choice)> _receipts = [];
    private readonly Dictionary<int, string> _refusals = [];
    private readonly Dictionary<int, int> _refreshesLeft = [];
    private readonly (int Least, int Most) _latency;
    private readonly TimeSpan _hurry;
    private readonly Random _random;
    private readonly HttpClient _browser;
    private readonly string _path;
    private readonly int _place;
    private CancellationTokenSource? _page;
    private string _token = "";

    /// <param name="address">Of the server.</param>
    /// <param name="network">From which address it comes.</param>
    /// <param name="path">Of the contest.</param>
    /// <param name="place">From 1; the seat in the hall.</param>
    /// <param name="latency">Milliseconds there and back, both included.</param>
    /// <param name="hurry">Within this somebody answers and loads the page anew.</param>
    /// <param name="seed">Decides what goes wrong.</param>
    public ShakyPlayer(Uri address, IPAddress network, string path, int place, (int Least, int Most) latency, TimeSpan hurry, int seed)
    {
        (_path, _place, _latency, _hurry, _random) = (path, place, latency, hurry, new Random(seed));
        _browser = new HttpClient(new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            ConnectCallback = async (context, cancel) =>
            {
                var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
                try
                {
                    socket.Bind(new IPEndPoint(network, 0));
                    await socket.ConnectAsync(new IPEndPoint(IPAddress.Loopback, context.DnsEndPoint.Port), cancel);
                }
                catch
                {
                    socket.Dispose();
                    throw;
                }

                var connection = new SlowStream(socket, () => Next(_latency.Least / 2, _latency.Most / 2), gone => _connections.TryRemove(gone, out _));
                _connections[connection] = true;
                return connection;
            },
        })
        {
            BaseAddress = address,
            Timeout = TimeSpan.FromSeconds(30),
        };
    }

    /// <summary>Number of the seat; 0 before it was told.</summary>
    public int Seat { get; private set; }

    public int Refreshed { get; private set; }

    /// <summary>Receipts of one answer that said different things.</summary>
    public int Contradictions { get; private set; }

    /// <summary>What should not have been answered at all.</summary>
    public string? Error { get; private set; }

    /// <summary>By question: what the page showed.</summary>
    public IReadOnlyDictionary<int, (int Number, string Choice)> Receipts => _receipts;

    /// <summary>By question: what was chosen.</summary>
    public IReadOnlyDictionary<int, string> Chosen => _chosen;

    /// <summary>Whether the server said what became of the answer, and the page was loaded anew as often as it shall.</summary>
    public bool IsDone(int item)
    {
        lock (_lock)
        {
            return (_receipts.ContainsKey(item) || _refusals.ContainsKey(item)) && _refreshesLeft.GetValueOrDefault(item, Refreshes) is 0;
        }
    }

    public bool HasReceipt(int item)
    {
        lock (_lock)
        {
            return _receipts.ContainsKey(item);
        }
    }

    public bool IsWaiting
    {
        get
        {
            lock (_lock)
            {
                return _pending.Count > 0;
            }
        }
    }

    /// <summary>Cuts whatever is open; returns how many connections those were.</summary>
    public int Cut()
    {
        var open = _connections.Keys.ToList();
        open.ForEach(connection => connection.Cut());
        return open.Count;
    }

    /// <summary>Takes the seat: the form is sent again until it is answered.</summary>
    public async Task JoinAsync(CancellationToken ends)
    {
        string? seat = null;
        while (true)
        {
            var page = await PatientlyAsync(cancel => _browser.GetStringAsync(Relative(_path), cancel), ends);
            if (PlayToken().IsMatch(page))
            {
                return;
            }

            seat ??= SeatToken().Match(page).Groups["token"].Value;
            var status = await PatientlyAsync(async cancel =>
            {
                using var form = new FormUrlEncodedContent(
                [
                    new("Token", seat), new("Name", $"来宾{_place}"), new("Place", _place.ToString(CultureInfo.InvariantCulture)), new("__RequestVerificationToken", FormToken().Match(page).Groups["token"].Value),
                ]);
                using var answer = await _browser.PostAsync(Relative($"{_path}/seats"), form, cancel);
                return answer.StatusCode;
            }, ends);
            if (status is not HttpStatusCode.Redirect)
            {
                throw new InvalidOperationException($"Seat {_place} was answered by {(int)status}.");
            }
        }
    }

    /// <summary>Plays until <paramref name="ends"/>.</summary>
    public async Task PlayAsync(CancellationToken ends)
    {
        while (!ends.IsCancellationRequested)
        {
            using var page = CancellationTokenSource.CreateLinkedTokenSource(ends);
            lock (_lock)
            {
                _page = page;
            }

            try
            {
                await LookAsync(page.Token, ends);
            }
            catch (OperationCanceledException) when (page.IsCancellationRequested)
            {
                // Loaded anew, or the end.
            }
            finally
            {
                lock (_lock)
                {
                    _page = null;
                }
            }
        }
    }

    public void Dispose() => _browser.Dispose();

    /// <summary>A page from its loading until it is left.</summary>
    private async Task LookAsync(CancellationToken page, CancellationToken ends)
    {
        _token = PlayToken().Match(await PatientlyAsync(cancel => _browser.GetStringAsync(Relative(_path), cancel), page)).Groups["token"].Value;
        await StandingAsync(page);
        List<int> left;
        lock (_lock)
        {
            left = [.. _pending.Keys];
        }

        await Task.WhenAll([FollowAsync(page, ends), .. left.Select(item => SendAsync(item, page))]);
    }

    /// <summary>What the server has of this seat: the page shows it, so it is a receipt.</summary>
    private async Task StandingAsync(CancellationToken page)
    {
        using var own = JsonDocument.Parse(await PatientlyAsync(cancel => _browser.GetStringAsync(Relative($"{_path}/seat"), cancel), page));
        Seat = own.RootElement.GetProperty("seat").GetInt32();
        if (own.RootElement.TryGetProperty("answer", out var answer) && answer.ValueKind is JsonValueKind.Object)
        {
            Keep(own.RootElement.GetProperty("item").GetInt32(), answer.GetProperty("number").GetInt32(), answer.GetProperty("choice").GetString() ?? "");
        }
    }

    private async Task FollowAsync(CancellationToken page, CancellationToken ends)
    {
        var (last, pause) = ("", 3000);
        List<Task> answering = [];
        while (true)
        {
            try
            {
                using var request = new HttpRequestMessage(HttpMethod.Get, Relative($"{_path}/feed"));
                request.Headers.TryAddWithoutValidation("Accept", "text/event-stream");
                if (last.Length > 0)
                {
                    request.Headers.TryAddWithoutValidation("Last-Event-ID", last);
                }

                using var answer = await _browser.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, page);
                using var reader = new StreamReader(await answer.Content.ReadAsStreamAsync(page));
                while (await reader.ReadLineAsync(page) is { } line)
                {
                    if (line.StartsWith("id: ", StringComparison.Ordinal))
                    {
                        last = line[4..];
                    }
                    else if (line.StartsWith("retry: ", StringComparison.Ordinal))
                    {
                        pause = int.Parse(line.AsSpan(7), CultureInfo.InvariantCulture);
                    }
                    else if (line.StartsWith("data: {", StringComparison.Ordinal) && OpenItem(line[6..]) is { } item && Meet(item, ends))
                    {
                        answering.Add(ThinkAsync(item, page));
                    }
                }
            }
            catch (Exception exception) when (IsOfNetwork(exception, page))
            {
                // The browser opens it again.
            }

            await Task.Delay(pause, page);
        }
    }

    /// <summary>The question that may be answered now; null without one.</summary>
    private static int? OpenItem(string json)
    {
        using var state = JsonDocument.Parse(json);
        return state.RootElement.TryGetProperty("phase", out var phase) && phase.ValueEquals("Open") ? state.RootElement.GetProperty("item").GetInt32() : null;
    }

    /// <summary>Whether it is to be answered; the first time also decides when the page is loaded anew.</summary>
    private bool Meet(int item, CancellationToken ends)
    {
        var isFirst = false;
        lock (_lock)
        {
            isFirst = _refreshesLeft.TryAdd(item, Refreshes);
            if (!isFirst && (_pending.ContainsKey(item) || _receipts.ContainsKey(item) || _refusals.ContainsKey(item)))
            {
                return false;
            }
        }

        for (var turn = 0; isFirst && turn < Refreshes; turn++)
        {
            _ = RefreshAsync(item, Next(0, (int)_hurry.TotalMilliseconds), ends);
        }

        return true;
    }

    private async Task RefreshAsync(int item, int after, CancellationToken ends)
    {
        try
        {
            await Task.Delay(after, ends);
        }
        catch (OperationCanceledException)
        {
            return;
        }

        Task? leaving;
        lock (_lock)
        {
            _refreshesLeft[item]--;
            Refreshed++;
            leaving = _page?.CancelAsync();
        }

        await (leaving ?? Task.CompletedTask);
    }

    private async Task ThinkAsync(int item, CancellationToken page)
    {
        try
        {
            await Task.Delay(Next(0, (int)_hurry.TotalMilliseconds), page);
            lock (_lock)
            {
                if (_pending.ContainsKey(item) || _receipts.ContainsKey(item))
                {
                    return;
                }

                // Kept before it is sent.
                _pending[item] = $"{_place}-{item}";
                _chosen[item] = ((char)('A' + ((_place + item) % 4))).ToString();
            }

            await SendAsync(item, page);
        }
        catch (OperationCanceledException) when (page.IsCancellationRequested)
        {
            // Somebody who loads the page anew thinks anew.
        }
    }

    private async Task SendAsync(int item, CancellationToken page)
    {
        string? id;
        lock (_lock)
        {
            id = _pending.GetValueOrDefault(item);
        }

        for (var turn = 0; id is not null; turn++)
        {
            try
            {
                using var request = new HttpRequestMessage(HttpMethod.Post, Relative($"{_path}/answers")) { Content = JsonContent.Create(new { item, choice = _chosen[item], id, roundTrip = _latency.Most }) };
                request.Headers.Add("X-Csrf-Token", _token);
                using var answer = await _browser.SendAsync(request, page);
                using var body = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(page));
                if (answer.StatusCode is HttpStatusCode.OK)
                {
                    Keep(item, body.RootElement.GetProperty("number").GetInt32(), body.RootElement.GetProperty("choice").GetString() ?? "");
                    return;
                }

                if ((int)answer.StatusCode < 500)
                {
                    Refuse(item, answer.StatusCode, body.RootElement.GetProperty("refusal").GetString() ?? "");
                    return;
                }
            }
            catch (Exception exception) when (exception is JsonException || IsOfNetwork(exception, page))
            {
                // Sent again until it is answered.
            }

            await Task.Delay((int)(Math.Min(5000, 300 * Math.Pow(2, Math.Min(turn, 6))) * (0.5 + Random.Shared.NextDouble())), page);
        }
    }

    private void Keep(int item, int number, string choice)
    {
        lock (_lock)
        {
            _pending.Remove(item);
            if (_receipts.TryGetValue(item, out var known) && (known.Number != number || !string.Equals(known.Choice, choice, StringComparison.Ordinal)))
            {
                Contradictions++;
            }

            _receipts[item] = (number, choice);
        }
    }

    private void Refuse(int item, HttpStatusCode status, string why)
    {
        lock (_lock)
        {
            _pending.Remove(item);
            _refusals[item] = why;
            if (why is not "TooLate")
            {
                Error ??= $"Seat {_place}, question {item}: {(int)status} {why}";
            }
        }
    }

    /// <summary>As somebody who loads again until it is there.</summary>
    private static async Task<T> PatientlyAsync<T>(Func<CancellationToken, Task<T>> ask, CancellationToken cancel)
    {
        while (true)
        {
            try
            {
                return await ask(cancel);
            }
            catch (Exception exception) when (IsOfNetwork(exception, cancel))
            {
                await Task.Delay(500 + Random.Shared.Next(500), cancel);
            }
        }
    }

    /// <summary>The network, or a server that is down; not that the page was left.</summary>
    private static bool IsOfNetwork(Exception exception, CancellationToken page) => exception is HttpRequestException or IOException || (exception is OperationCanceledException && !page.IsCancellationRequested);

    private static Uri Relative(string path) => new(path, UriKind.Relative);

    private int Next(int least, int most)
    {
        lock (_random)
        {
            return _random.Next(least, most + 1);
        }
    }

    [GeneratedRegex("name=\"Token\"[^>]*value=\"(?<token>[A-Za-z0-9_-]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex SeatToken();

    [GeneratedRegex("data-token=\"(?<token>[^\"]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex PlayToken();

    [GeneratedRegex("name=\"__RequestVerificationToken\" type=\"hidden\" value=\"(?<token>[^\"]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex FormToken();
}
