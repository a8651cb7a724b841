using Microsoft.EntityFrameworkCore;
using Npgsql;
using TrainingHub.Account;
using TrainingHub.Courses.Drafts;
using TrainingHub.Courseware.Media;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Contests.Speeches;

/// <summary>Enters, changes and takes back the current person's speech, while speeches are entered and no judge has scored it.</summary>
public sealed class EnterSpeech(Db db, Transactions transactions, MediaFiles files, CurrentPerson current, Ids ids, DayClock clock)
{
    /// <param name="contestId">One that the person may enter: the caller has asked.</param>
    /// <param name="input">From a sound form.</param>
    /// <param name="cancel">Ends it.</param>
    public Task<SpeechOutcome> WriteAsync(Guid contestId, EntryInput input, CancellationToken cancel) => StepAsync(contestId, async entry =>
    {
        if ((entry?.Version ?? 0) != input.Version)
        {
            return new SpeechOutcome.Changed();
        }

        if (entry is null)
        {
            if (await UnitAsync(cancel) is not { } unitId)
            {
                return new SpeechOutcome.Ended();
            }

            var last = await db.SpeechEntries.Where(one => one.ContestId == contestId).MaxAsync(one => (int?)one.Number, cancel) ?? 0;
            entry = new SpeechEntry { Id = ids.Next(), ContestId = contestId, Number = last + 1, PersonId = current.Id, UnitId = unitId, EnteredAt = clock.Now };
            db.SpeechEntries.Add(entry);
        }

        entry.Write(input.Title, input.Text);
        return new SpeechOutcome.Done();
    }, cancel);

    /// <summary>Keeps a recording. The one before is gone with it.</summary>
    /// <param name="contestId">One that the person may enter: the caller has asked.</param>
    /// <param name="media">Cleaned; null takes the recording away.</param>
    /// <param name="cancel">Ends it.</param>
    public Task<SpeechOutcome> RecordAsync(Guid contestId, CleanMedia? media, CancellationToken cancel) => ReplaceAsync(contestId, async entry =>
    {
        if (media is not null && !entry.Record(CourseFileContent.HashOf(media.Bytes), MediaKinds.ContentType(media.Kind)))
        {
            return new SpeechOutcome.TooMany();
        }

        await db.SpeechRecordings.Where(recording => recording.EntryId == entry.Id).ExecuteDeleteAsync(cancel);
        if (media is null)
        {
            entry.Silence();
        }
        else
        {
            db.Add(new SpeechRecording { EntryId = entry.Id, Bytes = media.Bytes });
        }

        return new SpeechOutcome.Done();
    }, cancel);

    /// <summary>Takes the speech back; its recording is gone.</summary>
    public Task<SpeechOutcome> WithdrawAsync(Guid contestId, CancellationToken cancel) => ReplaceAsync(contestId, async entry =>
    {
        await db.SpeechRecordings.Where(recording => recording.EntryId == entry.Id).ExecuteDeleteAsync(cancel);
        entry.Withdraw(clock.Now);
        return new SpeechOutcome.Done();
    }, cancel);

    /// <summary>A step after which the recording that there was may be another: its copy as a file goes as well.</summary>
    private async Task<SpeechOutcome> ReplaceAsync(Guid contestId, Func<SpeechEntry, Task<SpeechOutcome>> step, CancellationToken cancel)
    {
        string? before = null;
        var outcome = await StepAsync(contestId, async entry =>
        {
            before = entry?.MediaHash;
            return entry is null ? new SpeechOutcome.Ended() : await step(entry);
        }, cancel);
        if (outcome is SpeechOutcome.Done && before is not null)
        {
            files.Remove(before);
        }

        return outcome;
    }

    private Task<SpeechOutcome> StepAsync(Guid contestId, Func<SpeechEntry?, Task<SpeechOutcome>> step, CancellationToken cancel) => transactions.RunAsync<SpeechOutcome>(async cancel =>
    {
        await db.LockSpeechesAsync(contestId, cancel);
        var contest = await db.SpeechContests.AsNoTracking().SingleAsync(one => one.Id == contestId, cancel);
        if (!contest.TakesEntriesOn(clock.Today))
        {
            return new SpeechOutcome.Ended();
        }

        var personId = current.Id;
        var entry = await db.SpeechEntries.SingleOrDefaultAsync(one => one.ContestId == contestId && one.PersonId == personId, cancel);
        if (entry is not null && await db.SpeechSheets.AnyAsync(sheet => sheet.EntryId == entry.Id, cancel))
        {
            return new SpeechOutcome.Scored();
        }

        var outcome = await step(entry);
        if (outcome is SpeechOutcome.Done)
        {
            await SaveAsync(cancel);
        }

        return outcome;
    }, cancel);

    /// <summary>The unit of the person's main post today; null where there is none.</summary>
    private Task<Guid?> UnitAsync(CancellationToken cancel)
    {
        var personId = current.Id;
        return db.Memberships.On(clock.Today).Where(post => post.PersonId == personId).OrderByDescending(post => post.IsPrimary).ThenBy(post => post.From).ThenBy(post => post.FactId).Select(post => (Guid?)post.OrganizationId).FirstOrDefaultAsync(cancel);
    }

    private async Task SaveAsync(CancellationToken cancel)
    {
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateException exception) when (exception.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation })
        {
            throw new RepeatTransactionException("Somebody else entered a speech in the same moment.");
        }
    }
}
