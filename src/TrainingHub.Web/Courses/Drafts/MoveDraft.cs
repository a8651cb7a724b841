using Microsoft.EntityFrameworkCore;
using TrainingHub.Account;
using TrainingHub.Courseware;
using TrainingHub.People;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Courses.Drafts;

/// <summary>Draft → review → published, and back. A published version is replaced only by the next whole one.</summary>
public sealed class MoveDraft(
    Db db, Transactions transactions, DraftFiles files, InspectDraft inspect, PublishCourse publish, CourseShelf shelf, ReviewersQuery reviewers,
    Scope scope, CurrentPerson current, Ids ids, DayClock clock)
{
    public Task<MoveOutcome> SubmitAsync(Guid draftId, CancellationToken cancel) => ChangeAsync(draftId, async draft =>
        await HasErrorsAsync(draft, cancel) ? new MoveOutcome.Refused("Draft_HasErrors")
        : draft.Submit(current.Id, clock.Now) ? new MoveOutcome.Done()
        : new MoveOutcome.Refused("Draft_Moved"), cancel);

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

    public async Task<MoveOutcome> PublishAsync(Guid draftId, CancellationToken cancel)
    {
        var outcome = await ChangeAsync(draftId, draft => PublishAsync(draft, cancel), cancel);
        shelf.Forget();
        return outcome;
    }

    /// <summary>Throws a draft away that was never published. False when it was.</summary>
    public Task<bool> DeleteAsync(Guid draftId, CancellationToken cancel) => transactions.RunAsync(async cancel =>
        await db.CourseDrafts.Where(draft => draft.Id == draftId && draft.State == DraftState.Writing).ExecuteDeleteAsync(cancel) > 0, cancel);

    private async Task<MoveOutcome> PublishAsync(CourseDraft draft, CancellationToken cancel)
    {
        if (!draft.MayBePublishedBy(current.Id, await reviewers.AnyBesideAsync(draft.OwnerId, draft.SubmittedBy, cancel)))
        {
            return new MoveOutcome.Refused(draft.State is DraftState.InReview ? "Draft_NeedsOther" : "Draft_Moved");
        }

        // Once more: a standard or another course may have changed since it was submitted.
        var kept = await files.OfDraftAsync(draft.Id, cancel);
        if ((await inspect.RunAsync(draft, kept, cancel)).Outcome is not CourseOutcome.Read
            || await inspect.FinalAsync(draft, kept, cancel) is not { Outcome: CourseOutcome.Read read } final)
        {
            return new MoveOutcome.Refused("Draft_HasErrors");
        }

        if (final.OwnStandards.Count > 0 && !(await scope.OnAsync(draft.OwnerId, cancel)).Contains(Capability.ManageStandards))
        {
            return new MoveOutcome.Refused("Draft_NeedsStandards");
        }

        if (!await publish.RunAsync(read.Content, final.OwnStandards, new CourseSource(kept, draft.OwnerId, current.Id), cancel))
        {
            return new MoveOutcome.Refused("Draft_Unchanged");
        }

        draft.Publish(read.Content.Hash);
        return new MoveOutcome.Published(draft.Slug);
    }

    private async Task<bool> HasErrorsAsync(CourseDraft draft, CancellationToken cancel) =>
        (await inspect.RunAsync(draft, await files.OfDraftAsync(draft.Id, cancel), cancel)).Outcome is CourseOutcome.Refused;

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
