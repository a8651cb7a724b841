using Microsoft.EntityFrameworkCore;
using TrainingHub.Account;
using TrainingHub.Contests.Awards;
using TrainingHub.Contests.Open;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Contests.Speeches;

/// <summary>One speech, for its speaker, the judges and who holds the contest. Everybody else finds nothing.</summary>
public sealed class EntryPageQuery(Db db, FindSpeeches find, SpeechRankingQuery ranking, PrizesQuery names, OpenPageQuery units, CurrentPerson current, DayClock clock)
{
    /// <summary>The contest and an entry of it; null out of reach.</summary>
    public async Task<(FoundSpeeches Found, SpeechEntry Entry)?> FindAsync(string code, int number, CancellationToken cancel)
    {
        if (await find.SeenAsync(code, cancel) is not { } found)
        {
            return null;
        }

        var (personId, contestId) = (current.Id, found.Contest.Id);
        return await db.SpeechEntries.AsNoTracking().SingleOrDefaultAsync(entry => entry.ContestId == contestId && entry.Number == number, cancel) is { } entry
            && (entry.PersonId == personId || (found.ReadsEntries && entry.WithdrawnAt is null))
            ? (found, entry)
            : null;
    }

    /// <param name="found">The contest.</param>
    /// <param name="entry">Found in it.</param>
    /// <param name="input">What the form of the sheet shows; null: what is stored.</param>
    /// <param name="cancel">Ends the reading.</param>
    public async Task<EntryPage> RunAsync(FoundSpeeches found, SpeechEntry entry, ScoreInput? input, CancellationToken cancel)
    {
        var (personId, contest) = (current.Id, found.Contest);
        var isMine = entry.PersonId == personId;
        var turns = await db.SpeechSheets.AsNoTracking().Where(sheet => sheet.EntryId == entry.Id).OrderByDescending(sheet => sheet.Turn).ToListAsync(cancel);
        var own = turns.FindAll(sheet => sheet.JudgeId == personId);
        var isOwnUnit = found.IsJudge && await find.IsOfUnitAsync(personId, entry.UnitId, cancel);
        var isTold = found.IsManaged || (isMine && contest.ClosedAt is not null);
        var row = isTold ? (await ranking.RunAsync(contest, cancel)).FirstOrDefault(one => one.EntryId == entry.Id) : null;
        return new EntryPage
        {
            Found = found,
            Terms = contest.Terms,
            Entry = entry,
            Speaker = (await names.NamesAsync([entry.PersonId], clock.Today, cancel)).GetValueOrDefault(entry.PersonId)?.Name,
            UnitName = (await units.NamesAsync([entry.UnitId], cancel)).GetValueOrDefault(entry.UnitId),
            IsMine = isMine,
            IsOwnUnit = isOwnUnit,
            MayScore = found.IsJudge && contest.Standing is SpeechStanding.Running && !contest.TakesEntriesOn(clock.Today) && !isMine && !(isOwnUnit && contest.ExcludesOwnUnit) && entry.WithdrawnAt is null,
            Turns = own,
            Input = input ?? (own.Count > 0 ? new ScoreInput { Scores = [.. own[0].Points.Select(score => (int?)score)], Comment = own[0].Comment, Turn = own[0].Turn } : new ScoreInput()),
            Sheets = row is null ? [] : await ToldAsync(contest.Terms, row, turns, isNamed: found.IsManaged, cancel),
            Score = row?.Score,
            Rank = row?.Rank,
        };
    }

    private async Task<List<EntryPage.Told>> ToldAsync(SpeechTerms terms, SpeechRow row, List<SpeechSheet> turns, bool isNamed, CancellationToken cancel)
    {
        // The last turn of each stands first.
        var uncounted = isNamed ? turns.DistinctBy(turn => turn.JudgeId).ExceptBy(row.Sheets.Select(sheet => sheet.JudgeId), turn => turn.JudgeId).ToList() : [];
        var judges = isNamed ? await names.NamesAsync([.. row.Sheets.Concat(uncounted).Select(sheet => sheet.JudgeId)], clock.Today, cancel) : [];
        return
        [
            .. row.Sheets.Select(sheet => (Sheet: sheet, IsCounted: true)).Concat(uncounted.Select(sheet => (Sheet: sheet, IsCounted: false))).Select(one => new EntryPage.Told(
                one.Sheet, judges.GetValueOrDefault(one.Sheet.JudgeId)?.Name, SpeechCriterion.TotalOf(terms.Criteria, one.Sheet.Points), one.IsCounted,
                isNamed ? turns.FindAll(turn => turn.JudgeId == one.Sheet.JudgeId && turn.Turn < one.Sheet.Turn) : [])),
        ];
    }
}
