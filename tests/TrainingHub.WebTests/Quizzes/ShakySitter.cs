using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace TrainingHub.Tests;

/// <summary>
/// Somebody who answers a paper over a network that fails: requests are cut off, sent twice and out of order, while the server itself may be
/// killed. Keeps what was sent and what the server gave a receipt for.
/// </summary>
internal sealed class ShakySitter(HttpClient browser, string path, string token, Random random)
{
    private const int MostTries = 60;
    private readonly Lock _lock = new();
    private readonly HashSet<(int Item, int Version, string Choice)> _sent = [];
    private readonly HashSet<(int Item, int Version, string Choice)> _receipts = [];

    public string Path => path;

    /// <summary>Answers with a receipt that says they count.</summary>
    public int Receipts
    {
        get
        {
            lock (_lock)
            {
                return _receipts.Count;
            }
        }
    }

    /// <summary>Answers an item with one choice after the other, each a version; now and then the order is lost on the way.</summary>
    public async Task AnswerAsync(int item, IReadOnlyList<string> choices, CancellationToken leaves)
    {
        var order = Enumerable.Range(1, choices.Count).ToList();
        if (Next(4) == 0)
        {
            order.Reverse();
        }

        foreach (var version in order)
        {
            await SendUntilAnsweredAsync(item, version, choices[version - 1], leaves);
        }
    }

    /// <summary>Hands in, as often as it takes until the server says that it is.</summary>
    public async Task HandInAsync()
    {
        for (var time = 0; time < MostTries; time++)
        {
            try
            {
                using var form = new FormUrlEncodedContent([new("__RequestVerificationToken", token)]);
                using var answer = await browser.PostAsync(new Uri($"{path}/submission", UriKind.Relative), form);
                if (answer.StatusCode == HttpStatusCode.Redirect)
                {
                    return;
                }
            }
            catch (Exception exception) when (exception is HttpRequestException or OperationCanceledException)
            {
                // The server is down.
            }

            await Task.Delay(250);
        }

        throw new InvalidOperationException($"{path} could not be handed in.");
    }

    /// <summary>Why this graded answer breaks a promise; null when it keeps all.</summary>
    /// <param name="item">From 1.</param>
    /// <param name="graded">Letters as displayed; empty when nothing was graded.</param>
    public string? Broken(int item, string graded)
    {
        var promised = _receipts.Where(receipt => receipt.Item == item).OrderByDescending(receipt => receipt.Version).FirstOrDefault();
        // What was sent without an answer may have arrived, and if it is newer it counts.
        var possible = _sent.Where(sent => sent.Item == item && sent.Version > promised.Version).Select(sent => sent.Choice)
            .Append(promised.Choice ?? "").ToHashSet(StringComparer.Ordinal);
        return possible.Contains(graded)
            ? null
            : string.Create(CultureInfo.InvariantCulture, $"{path} item {item}: graded “{graded}”, receipt for version {promised.Version} “{promised.Choice}”");
    }

    private async Task SendUntilAnsweredAsync(int item, int version, string choice, CancellationToken leaves)
    {
        for (var time = 0; time < MostTries && !leaves.IsCancellationRequested; time++)
        {
            var (isCut, isTwice) = (Next(5) == 0, Next(5) == 0);
            var first = SendAsync(item, version, choice, isCut, leaves);
            var second = isTwice ? SendAsync(item, version, choice, isCut: false, leaves) : Task.FromResult(false);
            if (await first | await second)
            {
                return;
            }

            await Task.Delay(Next(100), CancellationToken.None);
        }
    }

    /// <summary>Whether the server answered at all: with a receipt, or that it has a newer version.</summary>
    private async Task<bool> SendAsync(int item, int version, string choice, bool isCut, CancellationToken leaves)
    {
        lock (_lock)
        {
            _sent.Add((item, version, choice));
        }

        using var cut = CancellationTokenSource.CreateLinkedTokenSource(leaves);
        if (isCut)
        {
            cut.CancelAfter(Next(15));
        }

        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Put, new Uri(string.Create(CultureInfo.InvariantCulture, $"{path}/answers/{item}"), UriKind.Relative)) { Content = JsonContent.Create(new { version, choice }) };
            request.Headers.Add("X-Csrf-Token", token);
            using var answer = await browser.SendAsync(request, cut.Token);
            if (answer.StatusCode == HttpStatusCode.OK)
            {
                Keep(JsonDocument.Parse(await answer.Content.ReadAsStringAsync(cut.Token)).RootElement);
            }

            return answer.StatusCode is HttpStatusCode.OK or HttpStatusCode.Conflict;
        }
        catch (Exception exception) when (exception is HttpRequestException or OperationCanceledException)
        {
            return false;
        }
    }

    private void Keep(JsonElement receipt)
    {
        lock (_lock)
        {
            if (!receipt.GetProperty("late").GetBoolean())
            {
                _receipts.Add((receipt.GetProperty("item").GetInt32(), receipt.GetProperty("version").GetInt32(), receipt.GetProperty("choice").GetString() ?? ""));
            }
        }
    }

    private int Next(int bound)
    {
        lock (_lock)
        {
            return random.Next(bound);
        }
    }
}
