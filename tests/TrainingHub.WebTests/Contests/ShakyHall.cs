using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using TrainingHub.Contests;
using TrainingHub.Courseware.Exchange;

namespace TrainingHub.Tests;

/// <summary>
/// A contest in a hall with a poor network whose server is killed twice: in the middle of the second question, and while the answer of the last but one is
/// shown. The host's own network is good. Afterwards every receipt is looked for in the exported log.
/// </summary>
/// <param name="host">A browser that is signed in as the host.</param>
/// <param name="path">Of the contest, prepared and without a speed score.</param>
/// <param name="players">Who play.</param>
/// <param name="restart">Kills the server and comes back when it is there again.</param>
internal sealed partial class ShakyHall(HttpClient host, string path, IReadOnlyList<ShakyPlayer> players, Func<Task> restart)
{
    private const int KilledIn = 2;
    private static readonly TimeSpan LongestQuestion = TimeSpan.FromMinutes(4);

    /// <summary>Of the connections, how many in a hundred are cut each time.</summary>
    public int CutPercent { get; init; } = 5;

    public TimeSpan CutEvery { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>What came of it.</summary>
    /// <param name="Receipts">That a page showed.</param>
    /// <param name="Lost">Of them, those that the log does not hold as they were shown.</param>
    /// <param name="Doubled">Answers that the log holds more than once, and receipts of one answer that contradict each other.</param>
    /// <param name="Strange">Answers in the log that nobody sent, or whose receipt was never shown.</param>
    /// <param name="Differing">Lines in which the server's ranking is not that of the receipts.</param>
    public sealed record Outcome(int Receipts, int Lost, int Doubled, int Strange, int Differing, int Kills, int Cuts, int Refreshes, IReadOnlyList<string> Errors);

    public async Task<Outcome> PlayAsync(int questions)
    {
        using var ends = new CancellationTokenSource();
        var cutting = CutAsync(ends.Token);
        await Task.WhenAll(players.Select(player => player.JoinAsync(ends.Token)));
        var playing = players.Select(player => player.PlayAsync(ends.Token)).ToList();
        List<string> errors = [];
        for (var item = 1; item <= questions; item++)
        {
            await StepAsync(ContestEntryKind.Opened, item);
            if (item is KilledIn)
            {
                await UntilAsync(() => players.Count(player => player.HasReceipt(KilledIn)) >= (players.Count + 2) / 3, "had a receipt", errors);
                await restart();
            }

            var number = item;
            await UntilAsync(() => players.All(player => player.IsDone(number)), $"answered question {item}", errors);
            await StepAsync(ContestEntryKind.Locked, item);
            var restarting = item == questions - 1 ? restart() : Task.CompletedTask;
            await StepAsync(ContestEntryKind.Revealed, item);
            await restarting;
            await StepAsync(item < questions ? ContestEntryKind.Next : ContestEntryKind.Finished, item);
        }

        await UntilAsync(() => !players.Any(player => player.IsWaiting), "was told what became of the answer", errors);
        await ends.CancelAsync();
        await Task.WhenAll(playing);
        var outcome = Compare(CsvText.Read((await ReadAsync("log.csv")).TrimStart('\uFEFF')), CsvText.Read((await ReadAsync("results.csv")).TrimStart('\uFEFF')));
        return outcome with { Cuts = await cutting, Errors = [.. errors, .. players.Select(player => player.Error).OfType<string>()] };
    }

    private async Task<int> CutAsync(CancellationToken ends)
    {
        var cuts = 0;
        try
        {
            while (true)
            {
                await Task.Delay(CutEvery, ends);
                cuts += Random.Shared.GetItems([.. players], Math.Max(1, players.Count * CutPercent / 100)).Sum(player => player.Cut());
            }
        }
        catch (OperationCanceledException)
        {
            return cuts;
        }
    }

    /// <summary>A step of the host, again until it is done: whether it is, the log says.</summary>
    private async Task StepAsync(ContestEntryKind kind, int item)
    {
        var since = Stopwatch.GetTimestamp();
        while (true)
        {
            try
            {
                var after = After().Match(await host.GetStringAsync(new Uri($"{path}/host/now", UriKind.Relative))).Groups["after"].Value;
                var token = JsonToken().Match(await host.GetStringAsync(new Uri("/account/token", UriKind.Relative))).Groups["token"].Value;
                using var form = new FormUrlEncodedContent([new("Kind", kind.ToString()), new("After", after), new("Item", item.ToString(CultureInfo.InvariantCulture)), new("__RequestVerificationToken", token)]);
                using var answer = await host.PostAsync(new Uri($"{path}/steps", UriKind.Relative), form);
                if (answer.StatusCode is HttpStatusCode.Redirect)
                {
                    return;
                }
            }
            catch (Exception exception) when (exception is HttpRequestException or IOException or OperationCanceledException)
            {
                // The server is down.
            }

            if (await IsDoneAsync(kind, kind is ContestEntryKind.Next ? item + 1 : item))
            {
                return;
            }

            if (Stopwatch.GetElapsedTime(since) > LongestQuestion)
            {
                throw new InvalidOperationException($"The host's step {kind} of question {item} was not taken.");
            }

            await Task.Delay(200);
        }
    }

    private async Task<bool> IsDoneAsync(ContestEntryKind kind, int item) =>
        CsvText.Read((await ReadAsync("log.csv")).TrimStart('\uFEFF'))
            .Any(row => IsOf(row, kind) && (kind is ContestEntryKind.Finished || string.Equals(row.Cells[4], item.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)));

    private async Task<string> ReadAsync(string file)
    {
        while (true)
        {
            try
            {
                return await host.GetStringAsync(new Uri($"{path}/{file}", UriKind.Relative));
            }
            catch (Exception exception) when (exception is HttpRequestException or IOException or OperationCanceledException)
            {
                await Task.Delay(200);
            }
        }
    }

    private static async Task UntilAsync(Func<bool> isSo, string what, List<string> errors)
    {
        var since = Stopwatch.GetTimestamp();
        while (!isSo())
        {
            if (Stopwatch.GetElapsedTime(since) > LongestQuestion)
            {
                errors.Add($"Not everybody {what}.");
                return;
            }

            await Task.Delay(50);
        }
    }

    private Outcome Compare(IReadOnlyList<TableRow> log, IReadOnlyList<TableRow> results)
    {
        var answers = log.Where(row => IsOf(row, ContestEntryKind.Answered)).Select(row => (Number: Number(row, 0), Seat: Number(row, 3), Item: Number(row, 4), Choice: row.Cells[5])).ToList();
        var known = answers.ToHashSet();
        var receipts = players.SelectMany(player => player.Receipts.Select(receipt => (receipt.Value.Number, player.Seat, Item: receipt.Key, receipt.Value.Choice))).ToList();
        var sent = players.SelectMany(player => player.Chosen.Select(chosen => (player.Seat, Item: chosen.Key, Choice: chosen.Value))).ToHashSet();
        var shown = receipts.ToHashSet();
        var ranking = Ranking(log, receipts);
        var told = results.Skip(1).Where(row => row.Cells.Count > 6).Select(row => (Rank: Number(row, 0), Seat: Number(row, 1), Points: Number(row, 5), Right: Number(row, 6))).ToList();
        return new Outcome(
            receipts.Count, receipts.Count(receipt => !known.Contains(receipt)),
            answers.GroupBy(answer => (answer.Seat, answer.Item)).Sum(same => same.Count() - 1) + players.Sum(player => player.Contradictions),
            answers.Count(answer => !sent.Contains((answer.Seat, answer.Item, answer.Choice)) || !shown.Contains(answer)),
            ranking.Except(told).Count() + told.Except(ranking).Count(), 2, 0, players.Sum(player => player.Refreshed), []);
    }

    /// <summary>That of a contest in which nothing ever went wrong and just the answers with a receipt were given, each in time.</summary>
    private List<(int Rank, int Seat, int Points, int Right)> Ranking(IReadOnlyList<TableRow> log, List<(int Number, int Seat, int Item, string Choice)> receipts)
    {
        var (number, at, entries) = (0, new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc), new List<ContestEntry>());
        var prepared = log.Single(row => IsOf(row, ContestEntryKind.Prepared));
        Add(ContestEntryKind.Prepared, null, Number(prepared, 4), prepared.Cells[5], null);
        foreach (var player in players.OrderBy(player => player.Seat))
        {
            Add(ContestEntryKind.Joined, player.Seat, null, null, null);
        }

        foreach (var revealed in log.Where(row => IsOf(row, ContestEntryKind.Revealed)))
        {
            var item = Number(revealed, 4);
            Add(ContestEntryKind.Opened, null, item, null, 10_000);
            foreach (var receipt in receipts.Where(receipt => receipt.Item == item).OrderBy(receipt => receipt.Seat))
            {
                Add(ContestEntryKind.Answered, receipt.Seat, item, receipt.Choice, null);
            }

            Add(ContestEntryKind.Locked, null, item, null, null);
            Add(ContestEntryKind.Revealed, null, item, revealed.Cells[5], null);
            Add(ContestEntryKind.Next, null, item + 1, null, null);
        }

        return [.. ContestState.Of(entries).Ranking.Select(line => (line.Rank, line.Seat, line.Points, line.Right))];

        void Add(ContestEntryKind kind, int? seat, int? item, string? text, int? amount) =>
            entries.Add(new ContestEntry { ContestId = Guid.Empty, Number = ++number, Kind = kind, At = at, Seat = seat, Item = item, Text = text, Amount = amount });
    }

    private static bool IsOf(TableRow row, ContestEntryKind kind) => row.Cells.Count > 5 && string.Equals(row.Cells[2], kind.ToString(), StringComparison.Ordinal);

    private static int Number(TableRow row, int cell) => int.Parse(row.Cells[cell], CultureInfo.InvariantCulture);

    [GeneratedRegex("name=\"After\" value=\"(?<after>[0-9]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex After();

    [GeneratedRegex("\"token\":\"(?<token>[^\"]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex JsonToken();
}
