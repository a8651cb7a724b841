using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using TrainingHub.Account;
using TrainingHub.Organizations;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.People;

/// <summary>
/// Merges an organization into another from a day on: its posts end the day before and go on in the other, the units below move with them, and it
/// closes. Everything before that day stays as it was.
/// </summary>
public sealed class MergeOrganization(
    Db db, Transactions transactions, TreeWriter tree, MoveOrganization move, CloseOrganization close, MembershipWriter writer, MergerQuery query, IFigures figures,
    Ids ids, DayClock clock, CurrentPerson current)
{
    public Task<TreeOutcome> RunAsync(Guid organizationId, Merger merger, CancellationToken cancel) =>
        transactions.RunAsync<TreeOutcome>(async cancel =>
        {
            await tree.LockAsync(cancel);
            var people = await Posts(organizationId, merger.From).Select(m => m.PersonId).Distinct().ToListAsync(cancel);
            var known = await writer.LockAllAsync(people, cancel);
            if (merger.Version is not null && !string.Equals(merger.Version, await query.VersionAsync(organizationId, cancel), StringComparison.Ordinal))
            {
                return new TreeOutcome.Changed(await writer.LastAsync([.. known.SelectMany(posts => posts)], cancel));
            }

            if (await FindObstacleAsync(organizationId, merger, cancel) is { } refusal)
            {
                return new TreeOutcome.Refused(refusal);
            }

            await MoveUnitsAsync(organizationId, merger, cancel);
            foreach (var person in people)
            {
                MovePosts(person, [.. known[person]], organizationId, merger);
            }

            Follow(organizationId, merger);
            await db.SaveChangesAsync(cancel);
            await figures.CountAgainAsync(new FactsChanged { People = people }, cancel);
            return await close.RunAsync(organizationId, merger.From.AddDays(-1), merger.Reason, version: null, cancel) is TreeOutcome.Done done
                ? done
                : throw new RepeatTransactionException("A post or a unit was added in the same moment.");
        }, cancel);

    private IQueryable<Membership> Posts(Guid organizationId, DateOnly from) =>
        db.Memberships.Known().Where(m => m.OrganizationId == organizationId && m.Until >= from);

    private async Task<TreeRefusal?> FindObstacleAsync(Guid organizationId, Merger merger, CancellationToken cancel)
    {
        var (from, before, successorId) = (merger.From, merger.From.AddDays(-1), merger.SuccessorId);
        if (!await db.OrganizationDetails.On(before).AnyAsync(d => d.OrganizationId == organizationId, cancel))
        {
            return TreeRefusal.NotThere;
        }

        // Nobody may go on where the end is known already: it is merged or closed itself.
        var successor = db.OrganizationDetails.Known().Where(d => d.OrganizationId == successorId);
        if (!await successor.AnyAsync(d => d.From <= from && from <= d.Until, cancel) || !await successor.AnyAsync(d => d.Until == Day.Open, cancel))
        {
            return TreeRefusal.SuccessorAbsent;
        }

        return organizationId == successorId || await db.OrganizationPaths.AnyAsync(
            p => p.AncestorId == organizationId && p.DescendantId == successorId && p.SupersededAt == null && p.Until >= from, cancel)
            ? TreeRefusal.Cycle
            : null;
    }

    private async Task MoveUnitsAsync(Guid organizationId, Merger merger, CancellationToken cancel)
    {
        var from = merger.From;
        var units = await db.OrganizationParents.Known().AsNoTracking().Where(p => p.ParentId == organizationId && p.Until >= from)
            .OrderBy(p => p.From).Select(p => new { p.OrganizationId, p.From }).ToListAsync(cancel);
        foreach (var unit in units)
        {
            var outcome = await move.RunAsync(unit.OrganizationId, merger.SuccessorId, unit.From > from ? unit.From : from, merger.Reason, version: null, cancel);
            if (outcome is not TreeOutcome.Done)
            {
                // Both ends were looked at under the lock of the tree; the exception takes back what was written.
                throw new UnreachableException($"Unit {unit.OrganizationId} cannot stand below {merger.SuccessorId}: {outcome}.");
            }
        }
    }

    private void MovePosts(Guid personId, List<Membership> known, Guid organizationId, Merger merger)
    {
        var (before, drafts, preferred) = (merger.From.AddDays(-1), new List<PostDraft>(), (Guid?)null);
        foreach (var post in known)
        {
            if (post.OrganizationId != organizationId || post.Until < merger.From)
            {
                drafts.Add(PostDraft.Of(post));
                continue;
            }

            // What was to begin later ends before it begins, and is taken back.
            drafts.Add(PostDraft.Of(post) with { Until = before });
            if (merger.Ending.Contains(post.FactId))
            {
                continue;
            }

            // Where the same post is held in the other already, the days between go on beside it.
            var span = PostDraft.Of(post).Span with { From = post.From > merger.From ? post.From : merger.From };
            var twins = known.Where(other => other.OrganizationId == merger.SuccessorId && other.PositionId == post.PositionId).Select(other => PostDraft.Of(other).Span).ToList();
            var moved = span.Without(twins).Select(part => part with { Key = ids.Next() }).ToList();
            drafts.AddRange(moved.Select(part => new PostDraft(part.Key, merger.SuccessorId, post.PositionId, post.Employment, false, part.From, part.Until, part.IsPrimary, null)));
            if (post.IsPrimary)
            {
                preferred = twins.Find(twin => twin.From <= span.Until && span.From <= twin.Until)?.Key ?? moved[0].Key;
            }
        }

        writer.Append(personId, drafts, preferred, merger.From, merger.Reason);
    }

    private void Follow(Guid organizationId, Merger merger)
    {
        var id = ids.Next();
        db.Add(new OrganizationSuccession
        {
            Id = id,
            FactId = id,
            OrganizationId = organizationId,
            SuccessorId = merger.SuccessorId,
            From = merger.From,
            Until = Day.Open,
            RecordedAt = clock.Now,
            RecordedBy = current.IsSignedIn ? current.Id : null,
            Reason = merger.Reason,
        });
    }
}
