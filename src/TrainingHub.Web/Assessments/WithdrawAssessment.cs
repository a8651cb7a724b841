using Microsoft.EntityFrameworkCore;
using Npgsql;
using TrainingHub.Account;
using TrainingHub.Completions;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Assessments;

/// <summary>Takes an assessment back by a later row; a record that rested on it is revoked in the same transaction.</summary>
public sealed class WithdrawAssessment(Db db, Transactions transactions, AssessmentsQuery assessments, CompleteTraining complete, CurrentPerson current, Ids ids, DayClock clock)
{
    /// <summary>False when it is unknown, out of reach or was taken back before.</summary>
    public Task<bool> RunAsync(Guid id, string reason, CancellationToken cancel) => transactions.RunAsync(async cancel =>
    {
        if (await assessments.FindAsync(id, cancel) is not { } assessment || await db.PracticalAssessments.AnyAsync(later => later.WithdrawsId == id, cancel))
        {
            return false;
        }

        db.PracticalAssessments.Add(assessment.Withdraw(ids.Next(), current.Id, clock.Now, reason));
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateException exception) when (exception.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation })
        {
            throw new RepeatTransactionException($"Somebody else took back assessment {id} in the same moment.");
        }

        await complete.ReviewAsync([assessment.PersonId], [], new Lapse(current.Id, reason), cancel);
        return true;
    }, cancel);
}
