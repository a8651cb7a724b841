using Microsoft.EntityFrameworkCore;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Quizzes.Regrades;

/// <summary>
/// Does what a regrade has to do now, a hundred people after the other: its preview, its application, the last look. Begun again after a crash it
/// passes over what was done. One process at a time.
/// </summary>
public sealed class WorkOffRegrade(Db db, IServiceScopeFactory scopes, RegradePapers papers, DayClock clock, ILogger<WorkOffRegrade> log)
{
    private const int PeopleAtOnce = 100;
    private static readonly TimeSpan Hold = TimeSpan.FromMinutes(1);

    public async Task RunAsync(Guid regradeId, CancellationToken cancel)
    {
        var now = clock.Now;
        if (await ChangeAsync(regradeId, regrade => regrade.HasWork(now) && regrade.Hold(now + Hold, now), cancel) is not { } taken)
        {
            return;
        }

        var attempts = await IsReplacedAsync(taken, cancel) ? [] : await papers.AttemptsAsync(taken, cancel);
        var seen = 0;
        foreach (var people in attempts.GroupBy(attempt => attempt.PersonId, attempt => attempt.AttemptId).Chunk(PeopleAtOnce))
        {
            await StepAsync(taken, people, cancel);
            seen += people.Sum(person => person.Count());
            if (await ChangeAsync(regradeId, GoOn, cancel) is null)
            {
                return;
            }
        }

        if (await ChangeAsync(regradeId, IsThrough, cancel) is { } done)
        {
            log.RegradeMoved(done.Id, done.State, attempts.Count);
        }

        bool GoOn(Regrade regrade)
        {
            regrade.Advance(seen, attempts.Count, clock.Now + Hold);
            return regrade.State == taken.State;
        }

        bool IsThrough(Regrade regrade)
        {
            regrade.Advance(seen, attempts.Count, clock.Now);
            regrade.Finish(clock.Now);
            return true;
        }
    }

    // A later correction of the same question is in force: there is nothing left to look for.
    private async Task<bool> IsReplacedAsync(Regrade regrade, CancellationToken cancel) =>
        regrade.State is RegradeState.Applied
        && await db.KeyCorrections.Where(correction => correction.QuizSlug == regrade.QuizSlug && correction.QuestionHash == regrade.QuestionHash)
            .OrderByDescending(correction => correction.Number).Select(correction => correction.RegradeId).FirstOrDefaultAsync(cancel) != regrade.Id;

    private async Task StepAsync(Regrade regrade, IReadOnlyList<IGrouping<Guid, Guid>> people, CancellationToken cancel)
    {
        List<Guid> ids = [.. people.SelectMany(person => person)];
        var points = await papers.GradeAsync(regrade, ids, cancel);
        var attempts = await db.Attempts.AsNoTracking().Where(attempt => ids.Contains(attempt.Id)).ToListAsync(cancel);
        var effects = attempts
            .Select(attempt => (Attempt: attempt, Effect: RegradeRule.EffectOn(attempt, points[attempt.Id].Before, points[attempt.Id].After)))
            .Where(pair => pair.Effect is not null).ToDictionary(pair => pair.Attempt.Id, pair => (pair.Attempt, Effect: pair.Effect ?? default));
        if (regrade.State is RegradeState.Previewing)
        {
            await ForeseeAsync([.. effects.Values.Select(pair => LineOf(regrade, pair.Attempt, points[pair.Attempt.Id].After, pair.Effect))], cancel);
            return;
        }

        foreach (var person in people.Where(person => person.Any(effects.ContainsKey)))
        {
            await using var scope = scopes.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<RegradePerson>().RunAsync(regrade, [.. person], cancel);
        }
    }

    private RegradeLine LineOf(Regrade regrade, Attempt attempt, int after, RegradeEffect effect) => new()
    {
        RegradeId = regrade.Id,
        AttemptId = attempt.Id,
        IsApplied = false,
        PersonId = attempt.PersonId,
        OldPoints = attempt.Points ?? 0,
        NewPoints = after,
        Effect = effect,
        At = clock.Now,
    };

    private async Task ForeseeAsync(IReadOnlyList<RegradeLine> lines, CancellationToken cancel)
    {
        if (lines is not [var first, ..])
        {
            return;
        }

        await using var scope = scopes.CreateAsyncScope();
        var (inner, ids) = (scope.ServiceProvider.GetRequiredService<Db>(), lines.Select(line => line.AttemptId).ToList());
        await scope.ServiceProvider.GetRequiredService<Transactions>().RunAsync(async cancel =>
        {
            var known = await inner.RegradeLines.Where(line => line.RegradeId == first.RegradeId && !line.IsApplied && ids.Contains(line.AttemptId))
                .Select(line => line.AttemptId).ToHashSetAsync(cancel);
            inner.RegradeLines.AddRange(lines.Where(line => !known.Contains(line.AttemptId)));
            await inner.SaveChangesAsync(cancel);
        }, cancel);
    }

    /// <summary>The regrade after the change; null when it was not to be changed, or somebody else did in the same moment.</summary>
    private async Task<Regrade?> ChangeAsync(Guid regradeId, Func<Regrade, bool> change, CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var inner = scope.ServiceProvider.GetRequiredService<Db>();
        try
        {
            return await scope.ServiceProvider.GetRequiredService<Transactions>().RunAsync<Regrade?>(async cancel =>
            {
                var regrade = await inner.Regrades.SingleAsync(one => one.Id == regradeId, cancel);
                if (!change(regrade))
                {
                    return null;
                }

                await inner.SaveChangesAsync(cancel);
                return regrade;
            }, cancel);
        }
        catch (DbUpdateConcurrencyException)
        {
            return null;
        }
    }
}
