using TrainingHub.Storage;

namespace TrainingHub.People;

/// <summary>Ends a post with a last day. When it was the main one, the earliest of the others becomes it.</summary>
public sealed class EndMembership(Transactions transactions, MembershipWriter writer)
{
    /// <param name="until">Last day (included).</param>
    /// <param name="version">The mark of the posts known when the form was made; null to end whatever happened meanwhile.</param>
    public Task<MembershipOutcome> RunAsync(Guid personId, Guid factId, DateOnly until, string? reason, string? version, CancellationToken cancel) =>
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

            if (until < row.From)
            {
                return new MembershipOutcome.Refused(MembershipRefusal.EndBeforeStart);
            }

            var drafts = known.Select(m => m == row ? PostDraft.Of(m) with { Until = until } : PostDraft.Of(m)).ToList();
            await writer.WriteAsync(personId, drafts, preferred: null, until.AddDays(1), reason, cancel);
            return new MembershipOutcome.Done(personId);
        }, cancel);
}
