using Microsoft.EntityFrameworkCore;
using TrainingHub.Storage;

namespace TrainingHub.Contests.Open;

/// <summary>Changes how a contest ranks, while its ranking is not final; who saw an earlier version is told and nothing is overwritten.</summary>
public sealed class ChangeOpen(Db db, Transactions transactions)
{
    /// <param name="contestId">Within reach: the caller has asked.</param>
    /// <param name="version">That the form showed.</param>
    /// <param name="terms">Sound.</param>
    /// <param name="cancel">Ends it.</param>
    public async Task<OpenOutcome> RunAsync(Guid contestId, int version, OpenTerms terms, CancellationToken cancel)
    {
        try
        {
            return await transactions.RunAsync<OpenOutcome>(async cancel =>
            {
                var contest = await db.OpenContests.SingleAsync(contest => contest.Id == contestId, cancel);
                if (contest.Version != version)
                {
                    return new OpenOutcome.Changed();
                }

                if (!contest.Agree(terms))
                {
                    return new OpenOutcome.Final();
                }

                await db.SaveChangesAsync(cancel);
                return new OpenOutcome.Done();
            }, cancel);
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            return new OpenOutcome.Changed();
        }
    }
}
