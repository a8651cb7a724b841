using Microsoft.EntityFrameworkCore;
using TrainingHub.Storage;

namespace TrainingHub.Contests.Speeches;

/// <summary>Entries by rank, as the sheets stand that count: those of judges, and of judges who have left where it was decided so. After closing nothing changes them any more.</summary>
public sealed class SpeechRankingQuery(Db db)
{
    public async Task<IReadOnlyList<SpeechRow>> RunAsync(SpeechContest contest, CancellationToken cancel)
    {
        var terms = contest.Terms;
        var entries = await db.SpeechEntries.AsNoTracking().Where(entry => entry.ContestId == contest.Id && entry.WithdrawnAt == null)
            .Select(entry => new { entry.Id, entry.Number, entry.PersonId, entry.UnitId, entry.Title }).ToListAsync(cancel);
        var turns = await db.SpeechSheets.AsNoTracking()
            .Where(sheet => db.SpeechEntries.Any(entry => entry.Id == sheet.EntryId && entry.ContestId == contest.Id) && db.SpeechJudges.Any(judge => judge.ContestId == contest.Id && judge.PersonId == sheet.JudgeId && (judge.LeftAt == null || judge.KeepsSheets)))
            .ToListAsync(cancel);
        var last = turns.GroupBy(sheet => (sheet.EntryId, sheet.JudgeId)).Select(group => group.MaxBy(sheet => sheet.Turn)).OfType<SpeechSheet>().ToLookup(sheet => sheet.EntryId);
        var scored = entries.ConvertAll(entry => new SpeechRow(
            entry.Id, entry.Number, entry.PersonId, entry.UnitId, entry.Title, [.. last[entry.Id].OrderBy(sheet => sheet.At).ThenBy(sheet => sheet.Id)],
            SpeechScore.Of([.. last[entry.Id].Select(sheet => SpeechCriterion.TotalOf(terms.Criteria, sheet.Points))], terms.DropFrom), null));
        var rows = scored.ToDictionary(row => row.Number);
        return [.. SpeechLog.Ranked(scored.Select(row => (row.Number, row.Score))).Select(line => rows[line.Entry] with { Rank = line.Rank })];
    }
}
