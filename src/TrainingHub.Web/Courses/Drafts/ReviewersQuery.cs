using Microsoft.EntityFrameworkCore;
using TrainingHub.People;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Courses.Drafts;

/// <summary>Who could look over a unit's courses: people with an account and the capability there or above.</summary>
public sealed class ReviewersQuery(Db db, DayClock clock)
{
    /// <summary>Whether this person may publish the draft as it stands.</summary>
    public async Task<bool> MayPublishAsync(CourseDraft draft, Guid personId, CancellationToken cancel)
    {
        var editors = await db.CourseDraftEditors.Where(editor => editor.DraftId == draft.Id).Select(editor => editor.PersonId).ToListAsync(cancel);
        // Who began it and changed it last is known of drafts that are older than the list of editors.
        HashSet<Guid> involved = [.. editors, draft.CreatedBy, draft.ChangedBy];
        var hasEdited = involved.Contains(personId);
        if (draft.SubmittedBy is { } submitter)
        {
            involved.Add(submitter);
        }

        var reviewers = await AnyBesideAsync(draft.OwnerId, [.. involved], cancel) ? OtherReviewers.Uninvolved
            : draft.SubmittedBy is { } by && await AnyBesideAsync(draft.OwnerId, [by], cancel) ? OtherReviewers.Editors
            : OtherReviewers.None;
        return draft.MayBePublishedBy(personId, hasEdited, reviewers);
    }

    private Task<bool> AnyBesideAsync(Guid ownerId, List<Guid> people, CancellationToken cancel)
    {
        var today = clock.Today;
        return (
            from grant in db.Grants
            where grant.Capability == Capability.ManageCourses && grant.RevokedAt == null && !people.Contains(grant.PersonId)
            join path in db.OrganizationPaths on grant.OrganizationId equals path.AncestorId
            where path.DescendantId == ownerId && path.SupersededAt == null && path.From <= today && today <= path.Until
            select grant.PersonId).AnyAsync(person => db.Users.Any(account => account.PersonId == person), cancel);
    }
}
