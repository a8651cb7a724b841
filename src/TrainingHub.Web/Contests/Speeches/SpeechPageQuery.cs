using Microsoft.EntityFrameworkCore;
using TrainingHub.Account;
using TrainingHub.Contests.Awards;
using TrainingHub.Contests.Open;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Contests.Speeches;

/// <summary>A speech contest as the current person sees it.</summary>
public sealed class SpeechPageQuery(Db db, SpeechRankingQuery ranking, PrizesQuery names, OpenPageQuery units, CurrentPerson current, DayClock clock)
{
    /// <param name="found">Within reach: the caller has asked.</param>
    /// <param name="cancel">Ends the reading.</param>
    public async Task<SpeechPage> RunAsync(FoundSpeeches found, CancellationToken cancel)
    {
        var (contest, personId) = (found.Contest, current.Id);
        return new SpeechPage
        {
            Found = found,
            Terms = contest.Terms,
            OwnerName = await db.Organizations.Where(unit => unit.Id == contest.OrganizationId).Select(unit => unit.Name).SingleAsync(cancel),
            TakesEntries = contest.TakesEntriesOn(clock.Today),
            Own = await db.SpeechEntries.AsNoTracking().SingleOrDefaultAsync(entry => entry.ContestId == contest.Id && entry.PersonId == personId, cancel),
            Lines = found.ReadsEntries || contest.ClosedAt is not null ? await LinesAsync(found, cancel) : [],
            Judges = found.IsManaged ? await JudgesAsync(contest, cancel) : [],
        };
    }

    /// <summary>Entries by rank. Names of speakers are shown to who holds or judges the contest, and to people of the same unit.</summary>
    private async Task<List<SpeechPage.Line>> LinesAsync(FoundSpeeches found, CancellationToken cancel)
    {
        var (rows, personId) = (await ranking.RunAsync(found.Contest, cancel), current.Id);
        var own = await units.OwnUnitsAsync(clock.Today, cancel);
        var unitNames = await units.NamesAsync([.. rows.Select(row => row.UnitId).Distinct()], cancel);
        var readable = rows.Where(row => found.ReadsEntries || own.Contains(row.UnitId) || row.PersonId == personId).Select(row => row.PersonId).ToList();
        var people = await names.NamesAsync(readable, clock.Today, cancel);
        // Until it is closed judges do not see how others scored.
        var isTold = found.IsManaged || found.Contest.ClosedAt is not null;
        var shown = rows.Select(row => new SpeechPage.Line(
            isTold ? row : row with { Score = null, Rank = null }, readable.Contains(row.PersonId), people.GetValueOrDefault(row.PersonId)?.Name, unitNames.GetValueOrDefault(row.UnitId), row.PersonId == personId,
            row.Sheets.Any(sheet => sheet.JudgeId == personId)));
        return [.. isTold ? shown : shown.OrderBy(line => line.Row.Number)];
    }

    /// <summary>Judges in the order in which they were added, those who have left among them.</summary>
    /// <param name="contest">Held by the reader: the caller has asked.</param>
    /// <param name="cancel">Ends the reading.</param>
    public async Task<List<SpeechPage.Judge>> JudgesAsync(SpeechContest contest, CancellationToken cancel)
    {
        var judges = await db.SpeechJudges.AsNoTracking().Where(judge => judge.ContestId == contest.Id).OrderBy(judge => judge.AddedAt).ThenBy(judge => judge.PersonId).Select(judge => new
        {
            Judge = judge,
            Sheets = db.SpeechSheets.Count(sheet => sheet.JudgeId == judge.PersonId && sheet.Turn == 1 && db.SpeechEntries.Any(entry => entry.Id == sheet.EntryId && entry.ContestId == contest.Id && entry.WithdrawnAt == null)),
        }).ToListAsync(cancel);
        var people = await names.NamesAsync(judges.ConvertAll(one => one.Judge.PersonId), clock.Today, cancel);
        return judges.ConvertAll(one =>
        {
            var (judge, name) = (one.Judge, people.GetValueOrDefault(one.Judge.PersonId));
            return new SpeechPage.Judge(judge.PersonId, name?.Name, name?.StaffNumber, name?.Unit, one.Sheets, judge.LeftAt, judge.LeftBecause, judge.Counts);
        });
    }
}
