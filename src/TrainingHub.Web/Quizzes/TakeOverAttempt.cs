using Microsoft.EntityFrameworkCore;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Quizzes;

/// <summary>Lets an attempt go on in this browser; the one before can only read from then on. Both's answers stay in the log.</summary>
public sealed class TakeOverAttempt(Db db, Transactions transactions, SubmitAttempt submit, Ids ids, DayClock clock)
{
    /// <summary>Whether the person has such an attempt. One that was handed in meanwhile is left as it is.</summary>
    public async Task<bool> RunAsync(Guid personId, string slug, int number, string device, CancellationToken cancel)
    {
        var found = await db.Attempts.Where(a => a.PersonId == personId && a.QuizSlug == slug && a.Number == number).Select(a => (Guid?)a.Id).SingleOrDefaultAsync(cancel);
        if (found is not { } attemptId)
        {
            return false;
        }

        await transactions.RunAsync(async cancel =>
        {
            // The lock that answers take: what the other browser sent before is saved, what it sends afterwards is refused.
            var attempt = await submit.LockAsync(attemptId, cancel);
            if (attempt?.GoOnIn(device) is true)
            {
                db.AttemptEvents.Add(new AttemptEvent { Id = ids.Next(), AttemptId = attemptId, Kind = AttemptEventKind.TakenOver, At = clock.Now });
                await db.SaveChangesAsync(cancel);
            }
        }, cancel);
        return true;
    }
}
