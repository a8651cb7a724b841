using Microsoft.EntityFrameworkCore;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Contests.Stage;

/// <summary>What came of a contest on a stage, for who holds it.</summary>
public sealed class StageSheetQuery(Db db, ContestResultQuery results, DayClock clock)
{
    /// <summary>Null when there is no such contest in reach, or it was not prepared.</summary>
    public async Task<StageSheetPage?> RunAsync(string code, CancellationToken cancel)
    {
        if (await results.RoomAsync(code, cancel) is not ({ IsStage: true } contest, { Stage: { } terms } room))
        {
            return null;
        }

        var owner = await db.Organizations.Where(unit => unit.Id == contest.OrganizationId).Select(unit => unit.Name).SingleAsync(cancel);
        var rulings = await db.ContestEntries.AsNoTracking()
            .Where(entry => entry.ContestId == contest.Id
                && (entry.Kind == ContestEntryKind.Ruled || entry.Kind == ContestEntryKind.QuestionWithdrawn || entry.Kind == ContestEntryKind.Adjusted || entry.Kind == ContestEntryKind.Penalized))
            .OrderBy(entry => entry.Number).ToListAsync(cancel);
        return new StageSheetPage(contest, owner, StageFacts.Of(room, clock.Now), terms, rulings.ConvertAll(RulingOf));
    }

    private StageSheetPage.Ruling RulingOf(ContestEntry entry) => new(
        clock.InZone(entry.At), entry.Kind, entry.Item, entry.Kind is ContestEntryKind.Ruled ? StageRuling.Parse(entry.Text).Team : entry.Seat, entry.Text, entry.Amount, entry.Reason);
}
