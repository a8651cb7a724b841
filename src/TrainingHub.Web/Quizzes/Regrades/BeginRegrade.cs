using Microsoft.EntityFrameworkCore;
using Npgsql;
using TrainingHub.Account;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Quizzes.Regrades;

/// <summary>Begins the preview of a corrected key. Nothing is graded by it until somebody applies it.</summary>
public sealed class BeginRegrade(Db db, Transactions transactions, CurrentPerson current, RegradeSteps steps, Ids ids, DayClock clock)
{
    /// <param name="slug">Of the quiz.</param>
    /// <param name="hash">The question version as it was shown.</param>
    /// <param name="correction">As it is stored; null: its own key again.</param>
    /// <param name="reason">Told to the people affected.</param>
    /// <param name="cancel">Ends the waiting.</param>
    /// <returns>Its number, and whether it was begun now; false: another one is open.</returns>
    public async Task<(int Number, bool IsNew)> RunAsync(string slug, string hash, string? correction, string reason, CancellationToken cancel)
    {
        var (regrade, isNew) = await transactions.RunAsync(async cancel =>
        {
            if (await db.Regrades.AsNoTracking().SingleOrDefaultAsync(one => one.QuizSlug == slug && one.ClosedAt == null, cancel) is { } open)
            {
                return (open, false);
            }

            var begun = new Regrade
            {
                Id = ids.Next(),
                QuizSlug = slug,
                Number = (await db.Regrades.Where(one => one.QuizSlug == slug).MaxAsync(one => (int?)one.Number, cancel) ?? 0) + 1,
                QuestionHash = hash,
                Correction = correction,
                Former = await db.KeyCorrections.Where(one => one.QuizSlug == slug && one.QuestionHash == hash)
                    .OrderByDescending(one => one.Number).Select(one => one.Correction).FirstOrDefaultAsync(cancel),
                Reason = reason,
                CreatedAt = clock.Now,
                CreatedBy = current.Id,
            };
            db.Regrades.Add(begun);
            try
            {
                await db.SaveChangesAsync(cancel);
            }
            catch (DbUpdateException exception) when (exception.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation })
            {
                throw new RepeatTransactionException("Somebody else began a regrade of the same quiz in the same moment.");
            }

            return (begun, true);
        }, cancel);
        if (isNew)
        {
            await steps.GoOnAsync(regrade.Id, cancel);
        }

        return (regrade.Number, isNew);
    }
}
