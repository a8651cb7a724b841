using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using TrainingHub.Account;
using TrainingHub.People;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Questions;

/// <summary>
/// Changes many questions: 200 in a transaction, in the order of their ids, so that a restart goes on where it stopped. Only questions in whose
/// bank the person who began it still writes are touched, each as if it were changed alone.
/// </summary>
public sealed class ChangeQuestions(Db db, Transactions transactions, Banks banks, CurrentPerson current, Ids ids, DayClock clock)
{
    private const int Step = 200;

    /// <summary>Begins a change; when few are asked for it is done at once. Returns the job, or the name of a text that says why not.</summary>
    public async Task<(Guid? Job, string? Refusal)> BeginAsync(BulkWhich which, BulkChange change, CancellationToken cancel)
    {
        if (FindRefusal(which, change) is { } refusal)
        {
            return (null, refusal);
        }

        var total = await Chosen(which, current.Id).CountAsync(cancel);
        if (total is 0)
        {
            return (null, "Bulk_NothingChosen");
        }

        var job = new BankJob
        {
            Id = ids.Next(),
            StartedBy = current.Id,
            StartedAt = clock.Now,
            Which = JsonSerializer.Serialize(which),
            Change = JsonSerializer.Serialize(change),
            Total = total,
        };
        db.Add(job);
        await db.SaveChangesAsync(cancel);
        db.ChangeTracker.Clear();
        if (total <= Step)
        {
            await StepAsync(job.Id, cancel);
        }

        return (job.Id, null);
    }

    /// <summary>Name of a text that says why nobody could do that; null when it can be tried.</summary>
    public static string? FindRefusal(BulkWhich which, BulkChange change) =>
        which.Ids is [] ? "Bulk_NothingChosen"
        : change.IsEmpty ? "Bulk_NothingToDo"
        : BankWords.Split(change.AddTags).Any(name => name.Length > BankTag.LongestName) ? "Refusal_TooManyTags"
        : null;

    /// <summary>Does the next step of a job. False when nothing is left of it.</summary>
    public Task<bool> StepAsync(Guid jobId, CancellationToken cancel) => transactions.RunAsync(async cancel =>
    {
        db.ChangeTracker.Clear();
        if (await db.BankJobs.SingleOrDefaultAsync(job => job.Id == jobId && job.EndedAt == null, cancel) is not { } job)
        {
            return false;
        }

        var which = JsonSerializer.Deserialize<BulkWhich>(job.Which)!;
        var change = JsonSerializer.Deserialize<BulkChange>(job.Change)!;
        var last = job.LastId;
        var rows = job.IsStopped ? [] : await Chosen(which, job.StartedBy).Where(question => question.Id > last).OrderBy(question => question.Id).Take(Step).ToListAsync(cancel);
        await ApplyAsync(job, rows, change, cancel);
        job.Done += rows.Count;
        job.Revision++;
        if (rows.Count < Step)
        {
            job.EndedAt = clock.Now;
        }
        else
        {
            job.LastId = rows[^1].Id;
        }

        await db.SaveChangesAsync(cancel);
        return job.EndedAt is null;
    }, cancel);

    /// <summary>The questions that a person may change so.</summary>
    internal IQueryable<BankQuestion> Chosen(BulkWhich which, Guid personId)
    {
        var today = clock.Today;
        var editable =
            from grant in db.Grants
            where grant.PersonId == personId && grant.Capability == Capability.ManageCourses && grant.RevokedAt == null
            join path in db.OrganizationPaths on grant.OrganizationId equals path.AncestorId
            where path.SupersededAt == null && path.From <= today && today <= path.Until
            select path.DescendantId;
        var questions = db.BankQuestions.Where(question => editable.Contains(question.OwnerId));
        return which.Ids is { } chosen ? questions.Where(question => chosen.Contains(question.Id)) : questions.That(which.Filter, db);
    }

    private async Task ApplyAsync(BankJob job, List<BankQuestion> rows, BulkChange change, CancellationToken cancel)
    {
        var known = rows.ConvertAll(row => row.Id);
        var tags = (await db.BankTags.Where(tag => known.Contains(tag.BankQuestionId)).ToListAsync(cancel)).ToLookup(tag => tag.BankQuestionId);
        var folder = change.NewFolder is { } folderId ? await db.BankFolders.AsNoTracking().SingleOrDefaultAsync(one => one.Id == folderId, cancel) : null;
        var alone = new Dictionary<Guid, bool>();
        foreach (var owner in rows.Select(row => row.OwnerId).Distinct())
        {
            alone[owner] = change.NewStep is BankStep.Publish && !await banks.HasOtherReviewerAsync(owner, job.StartedBy, cancel);
        }

        var lacking = change.NewStep is BankStep.Submit or BankStep.Publish ? await db.WithoutPictureTextAsync([.. rows.Select(row => row.Hash)], cancel) : new HashSet<string>(StringComparer.Ordinal);
        foreach (var row in rows)
        {
            var isRefused = change.NewStep is { } step
                && row.Move(step, job.StartedBy, BankWords.Line(change.Remark), alone[row.OwnerId], clock.Now, lacking.Contains(row.Hash)) is BankStepOutcome.Refused;
            isRefused |= change.NewFolder is not null && folder?.OwnerId != row.OwnerId;
            isRefused |= !ApplyTags(row.Id, [.. tags[row.Id]], change);
            if (isRefused)
            {
                job.Refused++;
            }

            (row.Use, row.Difficulty) = (change.NewUse ?? row.Use, change.NewDifficulty ?? row.Difficulty);
            row.FolderId = folder is not null && folder.OwnerId == row.OwnerId ? folder.Id : row.FolderId;
            row.Touch(job.StartedBy, clock.Now);
            job.Changed += isRefused ? 0 : 1;
        }
    }

    /// <summary>False when there would be too many.</summary>
    private bool ApplyTags(Guid id, List<BankTag> tags, BulkChange change)
    {
        var removed = BankWords.Split(change.RemoveTags);
        db.RemoveRange(tags.Where(tag => removed.Contains(tag.Name, StringComparer.Ordinal)));
        var kept = tags.Where(tag => tag.Kind is BankTagKind.Tag && !removed.Contains(tag.Name, StringComparer.Ordinal)).Select(tag => tag.Name).ToList();
        var added = BankWords.Split(change.AddTags).Except(kept, StringComparer.Ordinal).ToList();
        if (kept.Count + added.Count > BankTag.Most)
        {
            return false;
        }

        // A tag that is taken away and added again was never gone.
        db.AddRange(BankWords.TagsOf(id, BankTagKind.Tag, added.Where(name => !tags.Exists(tag => tag.Kind is BankTagKind.Tag && string.Equals(tag.Name, name, StringComparison.Ordinal)))));
        return true;
    }
}
