using Microsoft.EntityFrameworkCore;
using Npgsql;
using TrainingHub.Account;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Contests.Speeches;

/// <summary>Appends a turn to the current judge's own sheet of an entry. A correction needs a reason, and the earlier turns stay.</summary>
public sealed class ScoreSpeech(Db db, Transactions transactions, FindSpeeches find, CurrentPerson current, Ids ids, DayClock clock)
{
    /// <param name="contestId">One that the person judges: the caller has asked.</param>
    /// <param name="entryId">Of the contest.</param>
    /// <param name="scores">Each 0 to 100.</param>
    /// <param name="input">The rest of the form.</param>
    /// <param name="cancel">Ends it.</param>
    public Task<SpeechOutcome> RunAsync(Guid contestId, Guid entryId, IReadOnlyList<int> scores, ScoreInput input, CancellationToken cancel) => transactions.RunAsync<SpeechOutcome>(async cancel =>
    {
        await db.LockSpeechesAsync(contestId, cancel);
        var (personId, contest) = (current.Id, await db.SpeechContests.AsNoTracking().SingleAsync(one => one.Id == contestId, cancel));
        if (contest.Standing is not SpeechStanding.Running)
        {
            return new SpeechOutcome.Ended();
        }

        if (contest.TakesEntriesOn(clock.Today))
        {
            return new SpeechOutcome.Early();
        }

        // What the judge read may be another speech or other criteria by now.
        var entry = await db.SpeechEntries.AsNoTracking().SingleAsync(one => one.Id == entryId, cancel);
        if (contest.Version != input.ContestVersion || entry.Version != input.EntryVersion || entry.WithdrawnAt is not null
            || !await db.SpeechJudges.AnyAsync(judge => judge.ContestId == contestId && judge.PersonId == personId && judge.LeftAt == null, cancel))
        {
            return new SpeechOutcome.Changed();
        }

        if (scores.Count != contest.Terms.Criteria.Count)
        {
            return new SpeechOutcome.Unsound();
        }

        var isOwnUnit = await find.IsOfUnitAsync(personId, entry.UnitId, cancel);
        if (entry.PersonId == personId || (isOwnUnit && contest.ExcludesOwnUnit))
        {
            return new SpeechOutcome.Excluded();
        }

        var last = await db.SpeechSheets.Where(sheet => sheet.EntryId == entry.Id && sheet.JudgeId == personId).MaxAsync(sheet => (int?)sheet.Turn, cancel) ?? 0;
        if (last != input.Turn)
        {
            return new SpeechOutcome.Changed();
        }

        if (last > 0 && input.Reason is null)
        {
            return new SpeechOutcome.NoReason();
        }

        db.SpeechSheets.Add(new SpeechSheet
        {
            Id = ids.Next(),
            EntryId = entry.Id,
            JudgeId = personId,
            Turn = last + 1,
            Scores = SpeechSheet.Written(scores),
            Comment = input.Comment ?? "",
            Reason = last > 0 ? input.Reason : null,
            IsOwnUnit = isOwnUnit,
            At = clock.Now,
        });
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateException exception) when (exception.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation })
        {
            throw new RepeatTransactionException("The judge saved the same sheet twice in the same moment.");
        }

        return new SpeechOutcome.Done();
    }, cancel);
}
