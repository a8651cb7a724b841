using Microsoft.EntityFrameworkCore;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Quizzes.Regrades;

/// <summary>Gives a regrade up that was not applied.</summary>
public sealed class GiveUpRegrade(Db db, Transactions transactions, DayClock clock)
{
    /// <summary>False when it was applied or given up before.</summary>
    public Task<bool> RunAsync(Guid regradeId, CancellationToken cancel) =>
        transactions.RunAsync(async cancel =>
        {
            var regrade = await db.Regrades.SingleAsync(one => one.Id == regradeId, cancel);
            if (!regrade.GiveUp(clock.Now))
            {
                return false;
            }

            try
            {
                await db.SaveChangesAsync(cancel);
                return true;
            }
            catch (DbUpdateConcurrencyException)
            {
                throw new RepeatTransactionException("Its preview went on in the same moment.");
            }
        }, cancel);
}
