using Microsoft.EntityFrameworkCore;
using TrainingHub.Account;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Contests.Speeches;

/// <summary>Changes a speech contest, its judges and where it stands; who saw an earlier version is told and nothing is overwritten.</summary>
public sealed class ChangeSpeeches(Db db, Transactions transactions, CurrentPerson current, SpeechRankingQuery ranking, DayClock clock)
{
    /// <summary>Judges of one contest.</summary>
    public const int MostJudges = 30;

    /// <param name="contestId">Within reach: the caller has asked.</param>
    /// <param name="version">That the form showed.</param>
    /// <param name="terms">Sound.</param>
    /// <param name="cancel">Ends it.</param>
    public Task<SpeechOutcome> AgreeAsync(Guid contestId, int version, SpeechTerms terms, CancellationToken cancel) => StepAsync(contestId, version, async contest =>
    {
        var agreed = await db.HasSheetsAsync(contestId, cancel) ? terms.WithScoresOf(contest.Terms) : terms;
        return contest.Agree(agreed) ? new SpeechOutcome.Done() : new SpeechOutcome.Ended();
    }, cancel);

    /// <summary>Begins or closes it. It is closed only after the last day of entries, when every judge has scored every entry that they may score.</summary>
    public Task<SpeechOutcome> MoveAsync(Guid contestId, int version, SpeechStanding next, CancellationToken cancel) => StepAsync(contestId, version, async contest =>
    {
        if (next is SpeechStanding.Closed && contest.Standing is SpeechStanding.Running && await ObstacleAsync(contest, cancel) is { } obstacle)
        {
            return obstacle;
        }

        return contest.Move(next, clock.Now) ? new SpeechOutcome.Done() : new SpeechOutcome.Ended();
    }, cancel);

    /// <param name="contestId">Within reach: the caller has asked.</param>
    /// <param name="personId">Within reach.</param>
    /// <param name="isAdded">Added, or taken away; one who has scored stays.</param>
    /// <param name="cancel">Ends it.</param>
    public Task<SpeechOutcome> JudgeAsync(Guid contestId, Guid personId, bool isAdded, CancellationToken cancel) => transactions.RunAsync<SpeechOutcome>(async cancel =>
    {
        await db.LockSpeechesAsync(contestId, cancel);
        var contest = await db.SpeechContests.AsNoTracking().SingleAsync(contest => contest.Id == contestId, cancel);
        if (contest.Standing is SpeechStanding.Closed)
        {
            return new SpeechOutcome.Ended();
        }

        var judges = await db.SpeechJudges.Where(judge => judge.ContestId == contestId).ToListAsync(cancel);
        var judge = judges.Find(one => one.PersonId == personId);
        if (judge is not null && !isAdded)
        {
            if (await db.SpeechSheets.AnyAsync(sheet => sheet.JudgeId == personId && db.SpeechEntries.Any(entry => entry.Id == sheet.EntryId && entry.ContestId == contestId), cancel))
            {
                return new SpeechOutcome.HasScored();
            }

            db.SpeechJudges.Remove(judge);
        }
        else if (judge is null && isAdded)
        {
            if (judges.Count >= MostJudges)
            {
                return new SpeechOutcome.Full();
            }

            db.SpeechJudges.Add(new SpeechJudge { ContestId = contestId, PersonId = personId, AddedAt = clock.Now, AddedBy = current.Id });
        }

        await db.SaveChangesAsync(cancel);
        return new SpeechOutcome.Done();
    }, cancel);

    /// <summary>Why it cannot be closed; null when it can.</summary>
    private async Task<SpeechOutcome?> ObstacleAsync(SpeechContest contest, CancellationToken cancel)
    {
        if (contest.TakesEntriesOn(clock.Today))
        {
            return new SpeechOutcome.Early();
        }

        var rows = await ranking.RunAsync(contest, cancel);
        var judges = await db.SpeechJudges.Where(judge => judge.ContestId == contest.Id).Select(judge => judge.PersonId).ToListAsync(cancel);
        var posts = (await db.Memberships.On(clock.Today).Where(post => judges.Contains(post.PersonId)).Select(post => new { post.PersonId, post.OrganizationId }).ToListAsync(cancel)).ToLookup(post => post.PersonId, post => post.OrganizationId);
        var missing = rows.Sum(row => judges.Count(judge => judge != row.PersonId && !(contest.ExcludesOwnUnit && posts[judge].Contains(row.UnitId)) && !row.Sheets.Any(sheet => sheet.JudgeId == judge)));
        return missing > 0 ? new SpeechOutcome.Missing(missing) : rows.Count is 0 || rows.Any(row => row.Score is null) ? new SpeechOutcome.Empty() : null;
    }

    private async Task<SpeechOutcome> StepAsync(Guid contestId, int version, Func<SpeechContest, Task<SpeechOutcome>> step, CancellationToken cancel)
    {
        try
        {
            return await transactions.RunAsync(async cancel =>
            {
                await db.LockSpeechesAsync(contestId, cancel);
                var contest = await db.SpeechContests.SingleAsync(contest => contest.Id == contestId, cancel);
                if (contest.Version != version)
                {
                    return new SpeechOutcome.Changed();
                }

                var outcome = await step(contest);
                if (outcome is SpeechOutcome.Done)
                {
                    await db.SaveChangesAsync(cancel);
                }

                return outcome;
            }, cancel);
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            return new SpeechOutcome.Changed();
        }
    }
}
