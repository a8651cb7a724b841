using Microsoft.EntityFrameworkCore;
using Npgsql;
using TrainingHub.Account;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Quizzes.Regrades;

/// <summary>Puts the corrected key in force, from this moment on also for attempts that are still open, and begins to regrade the others.</summary>
public sealed class ApplyRegrade(
    Db db, Transactions transactions, CurrentPerson current, CorrectedQuestions corrected, RegradeSteps steps, Ids ids, DayClock clock, ILogger<ApplyRegrade> log)
{
    /// <summary>False when it is not waiting for that: it was applied, or given up, or its preview goes on.</summary>
    public async Task<bool> RunAsync(Guid regradeId, CancellationToken cancel)
    {
        var slug = await transactions.RunAsync<string?>(async cancel =>
        {
            var regrade = await db.Regrades.SingleAsync(one => one.Id == regradeId, cancel);
            if (!regrade.Apply(current.Id, clock.Now))
            {
                return null;
            }

            db.KeyCorrections.Add(new KeyCorrection
            {
                Id = ids.Next(),
                QuizSlug = regrade.QuizSlug,
                QuestionHash = regrade.QuestionHash,
                Number = (await db.KeyCorrections.Where(one => one.QuizSlug == regrade.QuizSlug && one.QuestionHash == regrade.QuestionHash)
                    .MaxAsync(one => (int?)one.Number, cancel) ?? 0) + 1,
                Correction = regrade.Correction,
                RegradeId = regrade.Id,
                CorrectedAt = clock.Now,
                CorrectedBy = current.Id,
            });
            try
            {
                await db.SaveChangesAsync(cancel);
            }
            catch (DbUpdateException exception) when (
                exception is DbUpdateConcurrencyException || exception.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation })
            {
                throw new RepeatTransactionException("Somebody else applied the same regrade in the same moment.");
            }

            return regrade.QuizSlug;
        }, cancel);
        if (slug is null)
        {
            return false;
        }

        corrected.Forget(slug);
        log.KeyCorrected(regradeId, slug, current.Id);
        await steps.GoOnAsync(regradeId, cancel);
        return true;
    }
}
