using Microsoft.EntityFrameworkCore;
using TrainingHub.Notices;
using TrainingHub.Records;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Quizzes.Regrades;

/// <summary>
/// Applies a regrade to the attempts of one person, in one transaction: points, and where an attempt passes now the record, the figures and the
/// certificate, with the day of its submit. A record that rests on an attempt which no longer passes stays. Asked again it changes nothing.
/// </summary>
public sealed class RegradePerson(Db db, Transactions transactions, RegradePapers papers, SubmitAttempt submit, QuizReach quizzes, Notify notify, DayClock clock)
{
    /// <summary>How many attempts it changed.</summary>
    public Task<int> RunAsync(Regrade regrade, IReadOnlyList<Guid> attemptIds, CancellationToken cancel) =>
        transactions.RunAsync(async cancel =>
        {
            // The lock that handing in takes; always in the same order.
            var attempts = new List<Attempt>();
            foreach (var id in attemptIds.Order())
            {
                attempts.Add(await submit.LockAsync(id, cancel) ?? throw new InvalidOperationException("Attempts are never deleted."));
            }

            var graded = await papers.GradeAsync(regrade, attemptIds, cancel);
            var told = await db.RegradeLines.Where(line => line.RegradeId == regrade.Id && line.IsApplied && attemptIds.Contains(line.AttemptId))
                .Select(line => line.AttemptId).ToHashSetAsync(cancel);
            var changed = 0;
            foreach (var attempt in attempts.OrderBy(attempt => attempt.SubmittedAt))
            {
                var (before, after) = graded[attempt.Id];
                if (RegradeRule.EffectOn(attempt, before, after) is { } effect && !told.Contains(attempt.Id))
                {
                    await RegradeAsync(regrade, attempt, after, effect, cancel);
                    changed++;
                }
            }

            return changed;
        }, cancel);

    private async Task RegradeAsync(Regrade regrade, Attempt attempt, int points, RegradeEffect effect, CancellationToken cancel)
    {
        db.RegradeLines.Add(new RegradeLine
        {
            RegradeId = regrade.Id,
            AttemptId = attempt.Id,
            IsApplied = true,
            PersonId = attempt.PersonId,
            OldPoints = attempt.Points ?? 0,
            NewPoints = points,
            Effect = effect,
            At = clock.Now,
        });
        if (effect is not RegradeEffect.Unexplained)
        {
            attempt.Regrade(points);
        }

        await db.SaveChangesAsync(cancel);
        if (effect is not RegradeEffect.Unexplained)
        {
            // No points: they may not be released yet. The page that it leads to knows.
            await notify.RunAsync([new NoticeDraft(attempt.PersonId, NoticeKind.Regrade, $"regrade:{regrade.Id:N}:{attempt.Id:N}", $"/quizzes/{attempt.QuizSlug}/attempts/{attempt.Number}")
            {
                About = await quizzes.TitleAsync(attempt.QuizSlug, cancel) ?? attempt.QuizSlug,
            }], cancel);
        }

        if (effect is RegradeEffect.NowPassed && RegradeRule.WritesRecord(clock.DayOf(attempt.SubmittedAt ?? attempt.Deadline), await StandingDaysAsync(attempt, cancel)))
        {
            await submit.CompleteMarkedAsync(attempt, cancel);
        }
    }

    private Task<List<DateOnly>> StandingDaysAsync(Attempt attempt, CancellationToken cancel) => (
        from other in db.Attempts
        where other.PersonId == attempt.PersonId && other.QuizSlug == attempt.QuizSlug
        join one in db.RecordsOfAttempts() on other.Id equals one.AttemptId
        where !db.Revocations.Any(revocation => revocation.RecordId == one.Record.Id)
        select one.Record.CompletionDay).ToListAsync(cancel);
}
