using Microsoft.EntityFrameworkCore;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Quizzes;

/// <summary>Grades attempts whose time ran out without anybody handing them in. Several processes may do it at once: one grades each.</summary>
public sealed class GradeOverdueAttempts(Db db, IServiceScopeFactory scopes, DayClock clock, ILogger<GradeOverdueAttempts> log)
{
    private const int MostAtOnce = 500;
    private const int MostWhileWaited = 4 * MostAtOnce;
    private const int AtATime = 4;

    /// <summary>How many this call graded, of all quizzes; what is over the most at once is left for the next call.</summary>
    public Task<int> RunAsync(CancellationToken cancel) => StepAsync(db.Attempts, cancel);

    /// <summary>
    /// Grades what is overdue of one quiz until nothing is left that can be graded, or a few thousand are: whoever asks for it is waiting, and the rest is graded in the
    /// background. How many this call graded.
    /// </summary>
    public async Task<int> RunAsync(string slug, CancellationToken cancel)
    {
        var all = 0;
        for (var graded = await StepAsync(OfQuiz(), cancel); graded > 0 && all < MostWhileWaited; graded = await StepAsync(OfQuiz(), cancel))
        {
            all += graded;
        }

        return all;

        IQueryable<Attempt> OfQuiz() => db.Attempts.Where(attempt => attempt.QuizSlug == slug);
    }

    private async Task<int> StepAsync(IQueryable<Attempt> attempts, CancellationToken cancel)
    {
        var now = clock.Now;
        var overdue = await attempts.AsNoTracking().Where(a => a.SubmittedAt == null && a.Deadline < now)
            .OrderBy(a => a.Deadline).Select(a => a.Id).Take(MostAtOnce).ToListAsync(cancel);
        var graded = 0;
        // A few at a time: they share transactions. In another order than other processes, which meet the same ones.
        var inAnyOrder = overdue.OrderBy(_ => Random.Shared.Next()).ToList();
        await Parallel.ForEachAsync(inAnyOrder, new ParallelOptions { MaxDegreeOfParallelism = AtATime, CancellationToken = cancel }, async (attemptId, cancel) =>
        {
            if (await GradeAsync(attemptId, cancel))
            {
                Interlocked.Increment(ref graded);
            }
        });
        return graded;
    }

    private async Task<bool> GradeAsync(Guid attemptId, CancellationToken cancel)
    {
        try
        {
            // A context of its own for each: what one left half-done must not be saved with the next.
            await using var scope = scopes.CreateAsyncScope();
            return await scope.ServiceProvider.GetRequiredService<SubmitAttempt>().RunAsync(attemptId, cancel) is SubmitOutcome.Graded or SubmitOutcome.WaitsForMarks;
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // One attempt that cannot be graded must not keep the others waiting.
            log.OverdueNotGraded(exception, attemptId);
            return false;
        }
    }
}
