using Microsoft.EntityFrameworkCore;
using TrainingHub.Storage;

namespace TrainingHub.People;

/// <summary>Gives a person a second post, or transfers them: the post left ends the day before.</summary>
public sealed class AddMembership(Db db, Transactions transactions, MembershipWriter writer, Ids ids)
{
    public Task<MembershipOutcome> RunAsync(Guid personId, NewMembership membership, CancellationToken cancel) =>
        transactions.RunAsync<MembershipOutcome>(async cancel =>
        {
            var known = await writer.LockAsync(personId, cancel);
            if (KnownVersion.IsStale(membership.Version, known.Select(m => m.Id)))
            {
                return new MembershipOutcome.Changed(await writer.LastAsync(known, cancel));
            }

            var left = known.SingleOrDefault(m => m.FactId == membership.InsteadOf);
            if (await FindObstacleAsync(known, left, membership, cancel) is { } refusal)
            {
                return new MembershipOutcome.Refused(refusal);
            }

            var id = ids.Next();
            List<PostDraft> drafts =
            [
                .. known.Select(row => row == left ? PostDraft.Of(row) with { Until = membership.From.AddDays(-1) } : PostDraft.Of(row)),
                new(id, membership.OrganizationId, membership.PositionId, membership.Employment, false, membership.From, membership.Until, false, null),
            ];
            var preferred = membership.IsPrimary || left?.IsPrimary == true ? id : (Guid?)null;
            await writer.WriteAsync(personId, drafts, preferred, membership.From, membership.Reason, cancel);
            return new MembershipOutcome.Done(personId);
        }, cancel);

    private async Task<MembershipRefusal?> FindObstacleAsync(List<Membership> known, Membership? left, NewMembership membership, CancellationToken cancel)
    {
        if (membership.Until < membership.From)
        {
            return MembershipRefusal.EndBeforeStart;
        }

        if (left is not null && (left.From >= membership.From || left.Until < membership.From.AddDays(-1)))
        {
            return MembershipRefusal.TransferTooEarly;
        }

        if (known.Any(m => m != left && m.OrganizationId == membership.OrganizationId && m.PositionId == membership.PositionId
            && m.From <= membership.Until && membership.From <= m.Until))
        {
            return MembershipRefusal.Overlap;
        }

        // Changes of name or kind cut an organization's days into rows without a gap: both ends decide.
        var details = db.OrganizationDetails.Known().Where(d => d.OrganizationId == membership.OrganizationId);
        return await details.AnyAsync(d => d.From <= membership.From && membership.From <= d.Until, cancel)
            && await details.AnyAsync(d => d.From <= membership.Until && membership.Until <= d.Until, cancel)
            ? null
            : MembershipRefusal.OrganizationAbsent;
    }
}
