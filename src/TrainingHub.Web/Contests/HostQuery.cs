using Microsoft.EntityFrameworkCore;
using TrainingHub.Questions;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Contests;

/// <summary>The host's console.</summary>
public sealed class HostQuery(Db db, FindContest find, ContestRooms rooms, QuestionShelf questionShelf, ContestClock time, DayClock clock)
{
    private const int MostLines = 12;

    /// <summary>Null when there is no such contest in reach.</summary>
    public async Task<HostPage?> RunAsync(string code, CancellationToken cancel)
    {
        if (await find.HeldAsync(code, cancel) is not { } contest)
        {
            return null;
        }

        var room = await rooms.FindAsync(contest.Id, cancel);
        var lines = await (
            from entry in db.ContestEntries.AsNoTracking()
            where entry.ContestId == contest.Id && entry.Kind != ContestEntryKind.Joined && entry.Kind != ContestEntryKind.Answered && entry.Kind != ContestEntryKind.Counted
            orderby entry.Number descending
            select new { entry, By = db.People.Where(person => person.Id == entry.By && person.AnonymizedAt == null).Select(person => person.Name).FirstOrDefault() }).Take(MostLines).ToListAsync(cancel);
        return new HostPage(
            contest,
            room is null ? null : HallFacts.Of(room, time.Now),
            lines.ConvertAll(line => new HostPage.Line(line.entry.Number, line.entry.Kind, line.entry.Item, line.entry.Seat, clock.InZone(line.entry.At), line.By, line.entry.Reason, line.entry.Amount)),
            room is null ? await TitlesAsync(contest.Id, cancel) : [.. room.Cards.Select(card => BankContent.TitleOf(card.Question.Prompt))]);
    }

    private async Task<IReadOnlyList<string>> TitlesAsync(Guid contestId, CancellationToken cancel)
    {
        var hashes = await db.ContestItems.AsNoTracking().Where(item => item.ContestId == contestId).OrderBy(item => item.Number).Select(item => item.QuestionHash).ToListAsync(cancel);
        var prompts = await questionShelf.PromptsAsync(hashes, cancel);
        return hashes.ConvertAll(hash => BankContent.TitleOf(prompts[hash]));
    }
}
