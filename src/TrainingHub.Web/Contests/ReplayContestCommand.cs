using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using TrainingHub.Contests.Open;
using TrainingHub.Contests.Speeches;
using TrainingHub.Quizzes.Arranged;
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
            if (File.Exists(which))
            {
                var csv = await File.ReadAllTextAsync(which);
                return OpenLogText.Read(csv) is { } open ? Tell(text, open) : SpeechLogText.Read(csv) is { } speeches ? Tell(text, speeches) : TellEntries(text, which, ContestLogText.Read(csv));
            }

            return await FindAsync(scope.ServiceProvider, FindContest.Tidy(which)) switch
            {
                OpenLog open => Tell(text, open),
                SpeechLog speeches => Tell(text, speeches),
                _ => TellEntries(text, which, await ReadAsync(scope.ServiceProvider.GetRequiredService<Db>(), FindContest.Tidy(which))),
            };
        }
        catch (Exception exception) when (exception is FormatException or InvalidOperationException or OverflowException or ArgumentException)
        {
            Console.Error.WriteLine(text["Replay_Unreadable", exception.Message]);
            return 2;
        }
    }

    /// <summary>What an open contest or one of speeches with that code is ranked by; null where there is none.</summary>
    private static async Task<object?> FindAsync(IServiceProvider services, string code)
    {
        var db = services.GetRequiredService<Db>();
        if (await db.OpenContests.AsNoTracking().SingleOrDefaultAsync(contest => contest.Slug == code) is { } open && await services.GetRequiredService<FindArranged>().RunAsync(code, CancellationToken.None) is var (quiz, terms))
        {
            return await services.GetRequiredService<OpenRankingQuery>().LogAsync(new FoundOpen(open, quiz, terms, IsManaged: true), CancellationToken.None);
        }

        return await db.SpeechContests.AsNoTracking().SingleOrDefaultAsync(contest => contest.Code == code) is { } speeches
            ? await services.GetRequiredService<SpeechLogQuery>().RunAsync(speeches, CancellationToken.None)
            : null;
    }

    private static async Task<IReadOnlyList<ContestEntry>> ReadAsync(Db db, string code) => await (
        from contest in db.Contests.AsNoTracking()
        where contest.Code == code
        join entry in db.ContestEntries.AsNoTracking() on contest.Id equals entry.ContestId
        orderby entry.Number
        select entry).ToListAsync();

    private static int TellEntries(IStringLocalizer text, string which, IReadOnlyList<ContestEntry> entries)
    {
        if (entries.Count == 0)
        {
            Console.Error.WriteLine(text["Replay_None", which]);
            return 2;
        }

        return Tell(text, ContestReplay.Of(entries));
    }

    private static int Tell(IStringLocalizer text, OpenLog log)
    {
        var ranking = log.Replay();
        Console.WriteLine(text["Replay_Open_Head"]);
        foreach (var line in ranking.People)
        {
            Console.WriteLine($"{line.Rank}\t{OpenLog.NumberOf(line.PersonId)}\t{OpenLog.NumberOf(line.UnitId)}\t{line.Points}\t{line.Seconds}\t{line.UnitRank}");
        }

        Console.WriteLine(text["Replay_Schools_Head"]);
        foreach (var (group, line) in ranking.Groups.SelectMany(group => group.Schools, (group, line) => (group, line)))
        {
            Console.WriteLine($"{group.Number + 1}\t{line.Rank}\t{OpenLog.NumberOf(line.UnitId)}\t{ContestWords.Points(group.AverageHundredths(line))}\t{ContestWords.Share(line.ShareTenths)}");
        }

        return Conclude(text, log.IsProven(ranking), log.Sittings.Count, log.Digest);
    }

    private static int Tell(IStringLocalizer text, SpeechLog log)
    {
        var lines = log.Replay();
        Console.WriteLine(text["Replay_Speeches_Head"]);
        foreach (var line in lines)
        {
            Console.WriteLine($"{line.Rank}\t{line.Entry}\t{(line.Score is { } score ? ContestWords.Points(score.Hundredths) : "")}");
        }

        return Conclude(text, log.IsProven(lines), log.Sheets.Count, log.Digest);
    }

    private static int Conclude(IStringLocalizer text, bool isProven, int rows, string digest)
    {
        Console.WriteLine(text["Replay_Digest", digest]);
        (isProven ? Console.Out : Console.Error).WriteLine(text[isProven ? "Replay_Equal" : "Replay_Unequal", rows]);
        return isProven ? 0 : 1;
    }

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
