using Microsoft.EntityFrameworkCore;
using TrainingHub.Courseware.Exchange;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Questions.Imports;

/// <summary>
/// Reads a file that came in, then, once a person has looked, takes its questions into the bank step by step. A step that was broken off is done again: the bank takes no question twice.
/// The lease keeps a second process away while this one lives.
/// </summary>
public sealed class QuestionImportWork(Db db, Transactions transactions, ReadQuestions read, TakeQuestions take, DayClock clock)
{
    private const int Step = 250;
    private const int MostFaults = 5;
    private static readonly TimeSpan LongestUpload = TimeSpan.FromMinutes(15);

    /// <summary>For so long a step keeps other processes off.</summary>
    internal static readonly TimeSpan Lease = TimeSpan.FromMinutes(3);

    /// <summary>Takes the oldest import that nobody holds; null when there is none. SQLite has one process: whoever held it before is dead.</summary>
    public async Task<Guid?> FindAsync(string owner, CancellationToken cancel)
    {
        var (now, isShared) = (clock.Now, db.IsPostgres);
        if (await Waiting(now, isShared, owner).OrderBy(i => i.UploadedAt).Select(i => (Guid?)i.Id).FirstOrDefaultAsync(cancel) is not { } id)
        {
            return null;
        }

        return await transactions.RunAsync(async token => await Waiting(now, isShared, owner).Where(i => i.Id == id)
            .ExecuteUpdateAsync(set => set.SetProperty(i => i.LeaseOwner, owner).SetProperty(i => i.LeasedUntil, now + Lease), token) is 1, cancel) ? id : null;
    }

    /// <summary>One step; false when nothing is left to do.</summary>
    public async Task<bool> StepAsync(Guid importId, CancellationToken cancel)
    {
        if (await db.Set<QuestionImport>().AsNoTracking().SingleOrDefaultAsync(i => i.Id == importId, cancel) is not { State: QuestionImportState.Comparing or QuestionImportState.Taking } import)
        {
            return false;
        }

        if (import.State is QuestionImportState.Comparing)
        {
            await read.RunAsync(import, cancel);
            return false;
        }

        var rows = await db.Set<QuestionImportRow>().AsNoTracking().Where(row => row.ImportId == importId && (row.Verdict == QuestionVerdict.Take || row.Verdict == QuestionVerdict.NearTaken) && row.Sequence > import.LastSequence)
            .OrderBy(row => row.Sequence).Take(Step).ToListAsync(cancel);
        if (rows.Count is 0)
        {
            await EndAsync(importId, cancel);
            return false;
        }

        var defaults = StageQuestions.DefaultsOf(import);
        List<IncomingQuestion> questions =
        [
            .. from row in rows
               let one = QuestionJson.Question(row.Content).Take(defaults)
               select new IncomingQuestion(one.Version, one.Tags, one.Points, one.Source) { IsTakenBesideTwin = row.Verdict is QuestionVerdict.NearTaken },
        ];
        await KeepPicturesAsync(import.Id, [.. questions.SelectMany(question => question.Version.Prompt.AllPictures).Select(picture => picture.File).Distinct(StringComparer.Ordinal)], cancel);
        var taken = await take.RunAsync(import.OwnerId, import.FolderId, questions, import.UploadedBy, cancel);
        return await transactions.RunAsync(token => RecordAsync(import, rows, taken, token), cancel);
    }

    /// <summary>Gives up what did not come in whole: its process died.</summary>
    public Task RefuseInterruptedAsync(CancellationToken cancel)
    {
        var (now, before, why) = (clock.Now, clock.Now - LongestUpload, QuestionJson.Write(new ForeignReading.Refused(FileFault.Interrupted)));
        return transactions.RunAsync(async token =>
        {
            var interrupted = await db.Set<QuestionImport>().Where(i => i.State == QuestionImportState.Receiving && i.UploadedAt < before).Select(i => i.Id).ToListAsync(token);
            await db.Set<QuestionImportPart>().Where(part => interrupted.Contains(part.ImportId)).ExecuteDeleteAsync(token);
            await db.Set<QuestionImport>().Where(i => interrupted.Contains(i.Id))
                .ExecuteUpdateAsync(set => set.SetProperty(i => i.State, QuestionImportState.Refused).SetProperty(i => i.Refusal, why).SetProperty(i => i.EndedAt, now), token);
        }, cancel);
    }

    // A picture that the bank has is not kept twice.
    private async Task KeepPicturesAsync(Guid importId, List<string> names, CancellationToken cancel)
    {
        var known = await db.CourseFileContents.Where(content => names.Contains(content.Hash)).Select(content => content.Hash).ToListAsync(cancel);
        foreach (var name in names.Except(known, StringComparer.Ordinal))
        {
            await transactions.RunAsync(async token =>
            {
                if (await db.Set<QuestionImportPart>().AsNoTracking().Where(part => part.ImportId == importId && part.Name == name).Select(part => part.Content).FirstOrDefaultAsync(token) is { } bytes
                    && !await db.CourseFileContents.AnyAsync(content => content.Hash == name, token))
                {
                    db.Add(new CourseFileContent { Hash = name, Bytes = bytes });
                    await db.SaveChangesAsync(token);
                }
            }, cancel);
            db.ChangeTracker.Clear();
        }
    }

    /// <summary>Counts a fault; after five the import is given up, and what was taken stays.</summary>
    public Task FaultAsync(Guid importId, CancellationToken cancel) => transactions.RunAsync(async token =>
    {
        db.ChangeTracker.Clear();
        if (await db.Set<QuestionImport>().SingleOrDefaultAsync(i => i.Id == importId && (i.State == QuestionImportState.Taking || i.State == QuestionImportState.Comparing), token) is { } import)
        {
            import.Faults++;
            import.State = import.Faults >= MostFaults ? QuestionImportState.Failed : import.State;
            (import.LeaseOwner, import.LeasedUntil) = (null, null);
            await db.SaveChangesAsync(token);
        }
    }, cancel);

    private async Task<bool> RecordAsync(QuestionImport import, List<QuestionImportRow> rows, IReadOnlyList<TakenQuestion> taken, CancellationToken cancel)
    {
        var changes = new RowChanges<QuestionImportRow>(db);
        var (done, last, added, until) = (import.Done + rows.Count, rows[^1].Sequence, import.Added + taken.Count(one => one is TakenQuestion.Added), clock.Now + Lease);
        foreach (var (row, outcome) in rows.Zip(taken))
        {
            (row.Taken, row.TakenAs) = outcome switch
            {
                TakenQuestion.Added(_, var questionId) => (QuestionTaken.Added, questionId),
                TakenQuestion.AlreadyThere(var questionId, _) => (QuestionTaken.AlreadyThere, questionId),
                _ => (QuestionTaken.Refused, (string?)null),
            };
            row.Content = "";
            changes.Write(row);
        }

        await changes.SaveAsync(cancel);

        // Stopped meanwhile: what was taken counts, but there is no next step.
        await db.Set<QuestionImport>().Where(i => i.Id == import.Id && i.LastSequence == import.LastSequence).ExecuteUpdateAsync(
            set => set.SetProperty(i => i.Done, done).SetProperty(i => i.LastSequence, last).SetProperty(i => i.Added, added).SetProperty(i => i.LeasedUntil, until).SetProperty(i => i.Faults, 0), cancel);
        return true;
    }

    private async Task<int> EndAsync(Guid importId, CancellationToken cancel)
    {
        var now = clock.Now;
        return await transactions.RunAsync(async token =>
        {
            await db.Set<QuestionImportPart>().Where(part => part.ImportId == importId).ExecuteDeleteAsync(token);
            await db.Set<QuestionImportRow>().Where(row => row.ImportId == importId && row.Verdict == QuestionVerdict.Near).ExecuteUpdateAsync(set => set.SetProperty(row => row.Content, ""), token);
            return await db.Set<QuestionImport>().Where(i => i.Id == importId && i.State == QuestionImportState.Taking).ExecuteUpdateAsync(
                set => set.SetProperty(i => i.State, QuestionImportState.Taken).SetProperty(i => i.EndedAt, now).SetProperty(i => i.LeaseOwner, (string?)null).SetProperty(i => i.LeasedUntil, (DateTime?)null), token);
        }, cancel);
    }

    private IQueryable<QuestionImport> Waiting(DateTime now, bool isShared, string owner) => db.Set<QuestionImport>()
        .Where(i => (i.State == QuestionImportState.Taking || i.State == QuestionImportState.Comparing) && (!isShared || i.LeasedUntil == null || i.LeasedUntil < now || i.LeaseOwner == owner));
}
