using Microsoft.EntityFrameworkCore;
using TrainingHub.Storage;

namespace TrainingHub.Contests.Speeches;

/// <summary>Everything that the ranking of a speech contest is made from: every turn of every sheet, with numbers in place of judges.</summary>
public sealed class SpeechLogQuery(Db db, SpeechRankingQuery ranking)
{
    public async Task<SpeechLog> RunAsync(SpeechContest contest, CancellationToken cancel)
    {
        var rows = await ranking.RunAsync(contest, cancel);
        var entries = rows.ToDictionary(row => row.EntryId, row => row.Number);
        var counting = (await db.SpeechJudges.AsNoTracking().Where(judge => judge.ContestId == contest.Id).ToListAsync(cancel)).Where(judge => judge.Counts).Select(judge => judge.PersonId).ToHashSet();
        var sheets = await db.SpeechSheets.AsNoTracking().Where(sheet => db.SpeechEntries.Any(entry => entry.Id == sheet.EntryId && entry.ContestId == contest.Id && entry.WithdrawnAt == null)).ToListAsync(cancel);
        var judges = sheets.Select(sheet => sheet.JudgeId).Distinct().Order().Index().ToDictionary(judge => judge.Item, judge => judge.Index + 1);
        return new SpeechLog(
            [.. contest.Terms.Criteria.Select(criterion => criterion.Weight)], contest.DropFrom, [.. entries.Values.Order()],
            [
                .. from sheet in sheets
                   where entries.ContainsKey(sheet.EntryId)
                   orderby entries[sheet.EntryId], judges[sheet.JudgeId], sheet.Turn
                   select new SpeechLog.Sheet(entries[sheet.EntryId], judges[sheet.JudgeId], sheet.Turn, sheet.Points, counting.Contains(sheet.JudgeId)),
            ],
            SpeechLog.DigestOf(rows.Select(row => new SpeechLog.Line(row.Number, row.Score, row.Rank))));
    }
}
