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
    /// <param name="cancel">Ends it.</param>
    public Task<SpeechOutcome> AddJudgeAsync(Guid contestId, Guid personId, CancellationToken cancel) => JudgeAsync(contestId, judges =>
    {
        if (judges.Find(one => one.PersonId == personId) is { } known)
        {
            return Task.FromResult<SpeechOutcome>(known.LeftAt is null ? new SpeechOutcome.Done() : new SpeechOutcome.HasLeft());
        }

        if (judges.Count(one => one.LeftAt is null) >= MostJudges)
        {
            return Task.FromResult<SpeechOutcome>(new SpeechOutcome.Full());
        }

        db.SpeechJudges.Add(new SpeechJudge { ContestId = contestId, PersonId = personId, AddedAt = clock.Now, AddedBy = current.Id });
        return Task.FromResult<SpeechOutcome>(new SpeechOutcome.Done());
    }, cancel);

    /// <summary>Takes a judge off. One who has scored leaves with a reason, and what becomes of their sheets is decided then; of one who has not, nothing stays.</summary>
    /// <param name="contestId">Within reach: the caller has asked.</param>
    /// <param name="personId">A judge of it.</param>
    /// <param name="reason">Null: none was given.</param>
    /// <param name="keepsSheets">Whether their sheets go on to count; null: it was not said.</param>
    /// <param name="cancel">Ends it.</param>
    public Task<SpeechOutcome> RemoveJudgeAsync(Guid contestId, Guid personId, string? reason, bool? keepsSheets, CancellationToken cancel) => JudgeAsync(contestId, async judges =>
    {
        if (judges.Find(one => one.PersonId == personId) is not { LeftAt: null } judge)
        {
            return new SpeechOutcome.HasLeft();
        }

        if (!await db.SpeechSheets.AnyAsync(sheet => sheet.JudgeId == personId && db.SpeechEntries.Any(entry => entry.Id == sheet.EntryId && entry.ContestId == contestId), cancel))
        {
            db.SpeechJudges.Remove(judge);
            return new SpeechOutcome.Done();
        }

        if (reason is null || keepsSheets is not { } keeps)
        {
            return new SpeechOutcome.HasScored();
        }

        judge.Leave(clock.Now, current.Id, reason, keeps);
        return new SpeechOutcome.Done();
    }, cancel);

    private Task<SpeechOutcome> JudgeAsync(Guid contestId, Func<List<SpeechJudge>, Task<SpeechOutcome>> step, CancellationToken cancel) => transactions.RunAsync<SpeechOutcome>(async cancel =>
    {
        await db.LockSpeechesAsync(contestId, cancel);
        var contest = await db.SpeechContests.AsNoTracking().SingleAsync(contest => contest.Id == contestId, cancel);
        if (contest.Standing is SpeechStanding.Closed)
        {
            return new SpeechOutcome.Ended();
        }

        var outcome = await step(await db.SpeechJudges.Where(judge => judge.ContestId == contestId).ToListAsync(cancel));
        await db.SaveChangesAsync(cancel);
        return outcome;
    }, cancel);

    /// <summary>Why it cannot be closed; null when it can.</summary>
    private async Task<SpeechOutcome?> ObstacleAsync(SpeechContest contest, CancellationToken cancel)
    {
        if (contest.TakesEntriesOn(clock.Today))
        {
            return new SpeechOutcome.Early();
        }

        var rows = await ranking.RunAsync(contest, cancel);
        var judges = await db.SpeechJudges.Where(judge => judge.ContestId == contest.Id && judge.LeftAt == null).Select(judge => judge.PersonId).ToListAsync(cancel);
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
