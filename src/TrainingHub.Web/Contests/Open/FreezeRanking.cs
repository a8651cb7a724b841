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
        if (found.Quiz.Standing is QuizStanding.Draft || clock.Now < found.Quiz.OpensAt || !await releases.IsOverAsync(found.Quiz, cancel))
        {
            return new OpenOutcome.NotOver();
        }

        if (await db.Attempts.AnyAsync(attempt => attempt.QuizSlug == found.Contest.Slug && attempt.SubmittedAt != null && attempt.Passed == null, cancel))
        {
            return new OpenOutcome.NotMarked();
        }

        // Made before the transaction: nobody waits for it, and nothing that it rests on changes but by a regrade.
        var (ranking, _) = await rankings.MakeAsync(found, cancel);
        var row = RankingFile.Of(found.Contest.Id, ranking, clock.Now, current.Id);
        try
        {
            return await transactions.RunAsync<OpenOutcome>(async cancel =>
            {
                var contest = await db.OpenContests.SingleAsync(contest => contest.Id == found.Contest.Id, cancel);
                if (contest.Version != version)
                {
                    return contest.FrozenAt is null ? new OpenOutcome.Changed() : new OpenOutcome.Final();
                }

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
}
