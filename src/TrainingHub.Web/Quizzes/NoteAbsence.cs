using Microsoft.EntityFrameworkCore;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Quizzes;

/// <summary>Appends that the page of a paper was left.</summary>
public sealed class NoteAbsence(Db db, Transactions transactions, Ids ids, DayClock clock)
{
    // Somebody's browser gone wild fills no table.
    private const int MostNoted = 500;
    private static readonly TimeSpan Apart = TimeSpan.FromSeconds(1);

    /// <summary>How often it was left so far, this time included; null when the person has no such open attempt.</summary>
    public async Task<int?> RunAsync(Guid personId, string slug, int number, CancellationToken cancel)
    {
        var now = clock.Now;
        var open = await db.Attempts.AsNoTracking().Where(a => a.PersonId == personId && a.QuizSlug == slug && a.Number == number && a.SubmittedAt == null && a.Deadline >= now)
            .Select(a => (Guid?)a.Id).SingleOrDefaultAsync(cancel);
        if (open is not { } attemptId)
        {
            return null;
        }

        return await transactions.RunAsync(async cancel =>
        {
            var noted = db.AttemptEvents.Where(e => e.AttemptId == attemptId && e.Kind == AttemptEventKind.Left);
            var count = await noted.CountAsync(cancel);
            // One switch to another window can be told by the browser twice.
            if (count >= MostNoted || (count > 0 && await noted.MaxAsync(e => e.At, cancel) > now - Apart))
            {
                return count;
            }

            db.AttemptEvents.Add(new AttemptEvent { Id = ids.Next(), AttemptId = attemptId, Kind = AttemptEventKind.Left, At = now });
            await db.SaveChangesAsync(cancel);
            return count + 1;
        }, cancel);
    }
}
