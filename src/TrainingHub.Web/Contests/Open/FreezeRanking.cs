using Microsoft.EntityFrameworkCore;
using TrainingHub.Account;
using TrainingHub.Quizzes;
using TrainingHub.Quizzes.Arranged;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Contests.Open;

/// <summary>Makes the ranking final: from then on neither a regrade nor a change of the roster moves anybody. Only once nobody answers any more and everything is marked.</summary>
public sealed class FreezeRanking(Db db, Transactions transactions, OpenRankingQuery rankings, QuizReleases releases, GradeOverdueAttempts overdue, CurrentPerson current, DayClock clock)
{
    private const int MostTurns = 3;

    /// <param name="found">Within reach: the caller has asked.</param>
    /// <param name="version">That the form showed.</param>
    /// <param name="cancel">Ends it.</param>
    public async Task<OpenOutcome> RunAsync(FoundOpen found, int version, CancellationToken cancel)
    {
        if (found.Contest.FrozenAt is not null)
        {
            return new OpenOutcome.Final();
        }

        await overdue.RunAsync(cancel);
        for (var turn = 0; turn < MostTurns; turn++)
        {
            var mark = await MarkAsync(found.Contest.Slug, cancel);
            if (await ObstacleAsync(found, cancel) is { } obstacle)
            {
                return obstacle;
            }

            // Made before the transaction, so that nobody waits for it; in the transaction it is asked whether it still holds.
            var made = await rankings.MakeAsync(found, cancel);
            if (await FreezeAsync(found, version, made, mark, cancel) is { } outcome)
            {
                return outcome;
            }
        }

        return new OpenOutcome.Changed();
    }

    /// <summary>Why it cannot be final yet; null when it can.</summary>
    private async Task<OpenOutcome?> ObstacleAsync(FoundOpen found, CancellationToken cancel)
    {
        if (found.Quiz.Standing is QuizStanding.Draft || clock.Now < found.Quiz.OpensAt || !await releases.IsOverAsync(found.Quiz, cancel))
        {
            return new OpenOutcome.NotOver();
        }

        return await db.Attempts.AnyAsync(attempt => attempt.QuizSlug == found.Contest.Slug && attempt.SubmittedAt != null && attempt.Passed == null, cancel) ? new OpenOutcome.NotMarked() : null;
    }

    /// <summary>Null: attempts have changed since the ranking was made.</summary>
    private async Task<OpenOutcome?> FreezeAsync(FoundOpen found, int version, MadeRanking made, AttemptsMark? mark, CancellationToken cancel)
    {
        try
        {
            return await transactions.RunAsync<OpenOutcome?>(async cancel =>
            {
                await LockAsync(found.Quiz.Id, cancel);
                var contest = await db.OpenContests.SingleAsync(contest => contest.Id == found.Contest.Id, cancel);
                if (contest.Version != version || contest.FrozenAt is not null)
                {
                    return contest.FrozenAt is null ? new OpenOutcome.Changed() : new OpenOutcome.Final();
                }

                // By what the quiz said the ranking was made: which attempt counts, who takes part, which day.
                if (!await db.ArrangedQuizzes.AnyAsync(quiz => quiz.Id == found.Quiz.Id && quiz.Version == found.Quiz.Version, cancel))
                {
                    return new OpenOutcome.Changed();
                }

                if (await MarkAsync(contest.Slug, cancel) != mark)
                {
                    return null;
                }

                var row = RankingFile.Of(contest.Id, made, clock.Now, current.Id);
                contest.Freeze(row.At);
                db.FrozenRankings.Add(row);
                await db.SaveChangesAsync(cancel);
                return new OpenOutcome.Done();
            }, cancel);
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            return new OpenOutcome.Final();
        }
    }

    /// <summary>Nobody changes the quiz until the transaction ends. SQLite has one writer anyway.</summary>
    private async Task LockAsync(Guid quizId, CancellationToken cancel)
    {
        if (db.IsPostgres)
        {
            await db.Database.ExecuteSqlAsync($"""SELECT 1 FROM "ArrangedQuizzes" WHERE "Id" = {quizId} FOR UPDATE""", cancel);
        }
    }

    /// <summary>What changes whenever an attempt is begun, handed in, marked or regraded.</summary>
    private Task<AttemptsMark?> MarkAsync(string slug, CancellationToken cancel) =>
        db.Attempts.Where(attempt => attempt.QuizSlug == slug).GroupBy(_ => 1).Select(all => new AttemptsMark(all.Count(), all.Sum(attempt => (long)attempt.Version), all.Sum(attempt => (long)(attempt.Points ?? 0))))
            .SingleOrDefaultAsync(cancel);

    private sealed record AttemptsMark(int Count, long Versions, long Points);
}
