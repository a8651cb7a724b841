using TrainingHub.Storage;

namespace TrainingHub.People;

/// <summary>Makes a post the main one from a day on; the one that was ends being it the day before.</summary>
public sealed class MakePrimary(Transactions transactions, MembershipWriter writer)
{
    public Task<MembershipOutcome> RunAsync(Guid personId, Guid factId, DateOnly from, string? version, CancellationToken cancel) =>
        transactions.RunAsync<MembershipOutcome>(async cancel =>
        {
            var known = await writer.LockAsync(personId, cancel);
            if (KnownVersion.IsStale(version, known.Select(m => m.Id)))
            {
                return new MembershipOutcome.Changed(await writer.LastAsync(known, cancel));
            }

            if (known.SingleOrDefault(m => m.FactId == factId) is not { } row)
            {
                return new MembershipOutcome.Missing();
            }

            if (from > row.Until)
            {
                return new MembershipOutcome.Refused(MembershipRefusal.EndBeforeStart);
            }

            await writer.WriteAsync(personId, [.. known.Select(PostDraft.Of)], factId, from, reason: null, cancel);
            return new MembershipOutcome.Done(personId);
        }, cancel);
}
