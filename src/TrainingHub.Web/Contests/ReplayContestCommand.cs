using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using TrainingHub.Storage;

namespace TrainingHub.Contests;

/// <summary><c>TrainingHub.Web contest replay FILE|CODE</c>: computes a ranking again from an exported log, or from the log in the database, and proves it equal.</summary>
internal static class ReplayContestCommand
{
    /// <returns>0 when every ranking that the log names is the one computed, 1 when one differs, 2 when there is no such log.</returns>
    public static async Task<int> RunAsync(WebApplication app, string which)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var text = scope.ServiceProvider.GetRequiredService<IStringLocalizer<ContestsText>>();
        try
        {
            var entries = File.Exists(which)
                ? ContestLogText.Read(await File.ReadAllTextAsync(which))
                : await ReadAsync(scope.ServiceProvider.GetRequiredService<Db>(), FindContest.Tidy(which));
            if (entries.Count == 0)
            {
                Console.Error.WriteLine(text["Replay_None", which]);
                return 2;
            }

            return Tell(text, ContestReplay.Of(entries));
        }
        catch (Exception exception) when (exception is FormatException or InvalidOperationException or OverflowException)
        {
            Console.Error.WriteLine(text["Replay_Unreadable", exception.Message]);
            return 2;
        }
    }

    private static async Task<IReadOnlyList<ContestEntry>> ReadAsync(Db db, string code) => await (
        from contest in db.Contests.AsNoTracking()
        where contest.Code == code
        join entry in db.ContestEntries.AsNoTracking() on contest.Id equals entry.ContestId
        orderby entry.Number
        select entry).ToListAsync();

    private static int Tell(IStringLocalizer text, ContestReplay replay)
    {
        Console.WriteLine(text["Replay_Head"]);
        foreach (var line in replay.State.Ranking)
        {
            Console.WriteLine($"{line.Rank}\t{line.Seat}\t{line.Points}\t{line.Right}");
        }

        foreach (var number in replay.Differing)
        {
            Console.Error.WriteLine(text["Replay_Differs", number]);
        }

        Console.WriteLine(text["Replay_Done", replay.Entries, replay.State.Seats.Count, replay.Compared, replay.Differing.Count]);
        Console.WriteLine(text["Replay_Digest", ContestRanking.DigestOf(replay.State.Ranking)]);
        return replay.IsProven ? 0 : 1;
    }
}
