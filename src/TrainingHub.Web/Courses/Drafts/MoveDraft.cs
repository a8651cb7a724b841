using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using TrainingHub.Account;
using TrainingHub.Courseware;
using TrainingHub.Courseware.Files;
using TrainingHub.People;
using TrainingHub.Standards;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Courses.Drafts;

/// <summary>Draft → review → published, and back. A published version is replaced only by the next whole one.</summary>
public sealed class MoveDraft(
    Db db, Transactions transactions, DraftFiles files, InspectDraft inspect, PublishCourse publish, CourseShelf shelf, ReviewersQuery reviewers,
    Scope scope, CurrentPerson current, Ids ids, DayClock clock)
{
    /// <summary>Hands it over for review, as it is now.</summary>
    public async Task<MoveOutcome> SubmitAsync(Guid draftId, CancellationToken cancel)
    {
        // Reading a whole course takes a while: it is done before the transaction, and holds only for the state that was read.
        if (await FindAsync(draftId, cancel) is not { State: DraftState.Writing } draft)
        {
            return new MoveOutcome.Refused("Draft_Moved");
        }

        return (await inspect.RunAsync(draft, await files.ReadAsync(draftId, cancel), cancel)).Outcome is CourseOutcome.Refused
            ? new MoveOutcome.Refused("Draft_HasErrors")
            : await ChangeAsync(draftId, now => Task.FromResult<MoveOutcome>(
                now.Stamp == draft.Stamp && now.Submit(current.Id, clock.Now) ? new MoveOutcome.Done() : new MoveOutcome.Refused("Draft_Moved")), cancel);
    }

    /// <summary>Takes one's own draft back from review.</summary>
    public Task<MoveOutcome> WithdrawAsync(Guid draftId, CancellationToken cancel) => ChangeAsync(draftId, draft =>
        Task.FromResult<MoveOutcome>(draft.SubmittedBy == current.Id && draft.GiveBack(current.Id, "") ? new MoveOutcome.Done() : new MoveOutcome.Refused("Draft_Moved")), cancel);

    /// <summary>Gives somebody's draft back with what is to be mended.</summary>
    public Task<MoveOutcome> GiveBackAsync(Guid draftId, string remark, CancellationToken cancel) => ChangeAsync(draftId, draft =>
        Task.FromResult<MoveOutcome>(
            remark.Length is 0 ? new MoveOutcome.Refused("Remark_Missing")
            : remark.Length > 1000 ? new MoveOutcome.Refused("Remark_TooLong")
            : draft.GiveBack(current.Id, remark) ? new MoveOutcome.Done()
            : new MoveOutcome.Refused("Draft_Moved")), cancel);

    /// <param name="draftId">Within reach of whoever asks.</param>
    /// <param name="stamp">The state that the reviewer saw; what was changed after it is not published unseen.</param>
    /// <param name="cancel">Stops the work.</param>
    public async Task<MoveOutcome> PublishAsync(Guid draftId, Guid? stamp, CancellationToken cancel)
    {
        if (await FindAsync(draftId, cancel) is not { State: DraftState.InReview } draft)
        {
            return new MoveOutcome.Refused("Draft_Moved");
        }

        if (draft.Stamp != stamp)
        {
            return new MoveOutcome.Refused("Draft_Changed");
        }

        // Once more: a standard or another course may have changed since it was submitted.
        var kept = await files.OfDraftAsync(draftId, cancel);
        if (await inspect.FinalAsync(draft, new CourseBytes(kept), cancel) is not { Outcome: CourseOutcome.Read read } final)
        {
            return new MoveOutcome.Refused("Draft_HasErrors");
        }

        var outcome = await ChangeAsync(draftId, now => PublishAsync(now, draft.Stamp, read.Content, final.OwnStandards, kept, cancel), cancel);
        shelf.Forget();
        return outcome;
    }

    /// <summary>Throws a draft away that was never published. False when it was.</summary>
    public Task<bool> DeleteAsync(Guid draftId, CancellationToken cancel) => transactions.RunAsync(async cancel =>
        await db.CourseDrafts.Where(draft => draft.Id == draftId && draft.State == DraftState.Writing).ExecuteDeleteAsync(cancel) > 0, cancel);

    /// <summary>Everything that stands in the way is found before anything is kept.</summary>
    private async Task<MoveOutcome> PublishAsync(
        CourseDraft draft, Guid read, CourseContent content, IReadOnlyList<StandardEdition> brought, SortedDictionary<string, byte[]> kept, CancellationToken cancel)
    {
        if (draft.Stamp != read)
        {
            return new MoveOutcome.Refused("Draft_Changed");
        }

        if (!await reviewers.MayPublishAsync(draft, current.Id, cancel))
        {
            return new MoveOutcome.Refused("Draft_NeedsOther");
        }

        if (brought.Count > 0 && !(await scope.OnAsync(draft.OwnerId, cancel)).Contains(Capability.ManageStandards))
        {
            return new MoveOutcome.Refused("Draft_NeedsStandards");
        }

        if (await db.PublishedCourses.AnyAsync(course => course.Hash == content.Hash, cancel))
        {
            return new MoveOutcome.Refused("Draft_Unchanged");
        }

        if (await HasRivalAsync(brought, cancel))
        {
            return new MoveOutcome.Refused("Draft_HasErrors");
        }

        await publish.RunAsync(content, brought, new CourseSource(kept, draft.OwnerId, current.Id), cancel);
        draft.Publish(content.Hash);
        return new MoveOutcome.Published(draft.Slug);
    }

    /// <summary>Whether somebody published an edition of the same name or in the same place while this one was read.</summary>
    private async Task<bool> HasRivalAsync(IReadOnlyList<StandardEdition> brought, CancellationToken cancel)
    {
        var slugs = brought.Select(edition => edition.Slug).Distinct(StringComparer.Ordinal).ToList();
        var contents = slugs.Count is 0 ? [] : await db.PublishedEditions.Where(edition => slugs.Contains(edition.Slug)).Select(edition => edition.Content).ToListAsync(cancel);
        var published = contents.ConvertAll(content => JsonSerializer.Deserialize<StandardEdition>(content)!);
        return brought.Any(edition => published.Exists(other => other.Name == edition.Name || (string.Equals(other.Slug, edition.Slug, StringComparison.Ordinal) && other.Replaces == edition.Replaces)));
    }

    private Task<CourseDraft?> FindAsync(Guid draftId, CancellationToken cancel) => db.CourseDrafts.AsNoTracking().SingleOrDefaultAsync(draft => draft.Id == draftId, cancel);

    private Task<MoveOutcome> ChangeAsync(Guid draftId, Func<CourseDraft, Task<MoveOutcome>> change, CancellationToken cancel) => transactions.RunAsync(async cancel =>
    {
        var draft = await db.CourseDrafts.SingleAsync(draft => draft.Id == draftId, cancel);
        var outcome = await change(draft);
        if (outcome is not MoveOutcome.Refused)
        {
            draft.Stamp = ids.Next();
            await db.SaveChangesAsync(cancel);
        }

        return outcome;
    }, cancel);
}
