using Microsoft.EntityFrameworkCore;
using TrainingHub.Account;
using TrainingHub.Organizations;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.People;

/// <summary>Writes a person's posts: supersedes rows that change, appends the new ones, keeps one main post, has the figures counted again.</summary>
public sealed class MembershipWriter(Db db, IFigures figures, Ids ids, DayClock clock, CurrentPerson current)
{
    /// <summary>The known posts of a person, tracked; on PostgreSQL nobody else changes them until the transaction ends.</summary>
    internal async Task<List<Membership>> LockAsync(Guid personId, CancellationToken cancel)
    {
        await db.LockPeopleAsync([personId], cancel);
        return await db.Memberships.Known().Where(m => m.PersonId == personId).ToListAsync(cancel);
    }

    /// <summary>Makes the person's posts what the drafts say. Main posts are settled from the day on; the preferred one is the main one where it is held.</summary>
    internal async Task WriteAsync(
        Guid personId, IReadOnlyCollection<PostDraft> drafts, Guid? preferred, DateOnly from, string? reason, CancellationToken cancel)
    {
        Append(personId, drafts, preferred, from, reason);
        await db.SaveChangesAsync(cancel);
        await figures.CountAgainAsync(new FactsChanged { People = [personId] }, cancel);
    }

    /// <summary>The same without saving and counting, for whoever changes many. A draft that ends before it begins takes its row back.</summary>
    internal void Append(Guid personId, IReadOnlyCollection<PostDraft> drafts, Guid? preferred, DateOnly from, string? reason)
    {
        var pieces = PrimaryPost.Settle([.. drafts.Select(draft => draft.Span)], preferred, from).ToLookup(piece => piece.Key);
        var now = clock.Now;
        foreach (var draft in drafts)
        {
            List<PostSpan> parts = [.. pieces[draft.FactId]];
            if (draft.Row is { } row)
            {
                if (parts is [var only] && only == PostDraft.Of(row).Span)
                {
                    continue;
                }

                row.Supersede(now);
            }

            db.AddRange(parts.Select((part, index) => Row(personId, draft, part, isFirst: index == 0, now, reason)));
        }
    }

    /// <summary>The known posts of people, tracked and locked as by <see cref="LockAsync"/>; always in the same order, so that two who lock many wait for each other.</summary>
    internal async Task<ILookup<Guid, Membership>> LockAllAsync(IReadOnlyCollection<Guid> people, CancellationToken cancel)
    {
        List<Membership> found = [];
        foreach (var chunk in people.Order().Chunk(500))
        {
            await db.LockPeopleAsync(chunk, cancel);
            found.AddRange(await db.Memberships.Known().Where(m => chunk.Contains(m.PersonId)).ToListAsync(cancel));
        }

        return found.ToLookup(m => m.PersonId);
    }

    internal async Task<LastChange> LastAsync(IReadOnlyCollection<Membership> rows, CancellationToken cancel)
    {
        var last = rows.MaxBy(row => row.RecordedAt);
        var who = last?.RecordedBy;
        return new LastChange(await db.People.Where(p => p.Id == who).Select(p => p.Name).FirstOrDefaultAsync(cancel), last?.RecordedAt);
    }

    // One known row per fact: what follows the first piece is a fact of its own.
    private Membership Row(Guid personId, PostDraft draft, PostSpan part, bool isFirst, DateTime now, string? reason)
    {
        var id = ids.Next();
        return new Membership
        {
            Id = id,
            FactId = isFirst ? draft.FactId : id,
            PersonId = personId,
            OrganizationId = draft.OrganizationId,
            PositionId = draft.PositionId,
            Employment = draft.Employment,
            IsStartPresumed = isFirst && draft.IsStartPresumed,
            From = part.From,
            Until = part.Until,
            IsPrimary = part.IsPrimary,
            RecordedAt = now,
            RecordedBy = current.IsSignedIn ? current.Id : null,
            Reason = reason,
        };
    }
}
