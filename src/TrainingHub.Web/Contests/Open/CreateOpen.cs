using Microsoft.EntityFrameworkCore;
using Npgsql;
using TrainingHub.Account;
using TrainingHub.Quizzes;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Contests.Open;

/// <summary>Puts a ranking around an arranged quiz.</summary>
public sealed class CreateOpen(Db db, Transactions transactions, CurrentPerson current, Ids ids, DayClock clock)
{
    /// <param name="quiz">Within reach: the caller has asked.</param>
    /// <param name="terms">Sound.</param>
    /// <param name="cancel">Ends it.</param>
    public Task RunAsync(ArrangedQuiz quiz, OpenTerms terms, CancellationToken cancel) => transactions.RunAsync(async cancel =>
    {
        // A double click makes one.
        if (await db.OpenContests.AnyAsync(contest => contest.QuizId == quiz.Id, cancel))
        {
            return;
        }

        var contest = new OpenContest { Id = ids.Next(), QuizId = quiz.Id, Slug = quiz.Slug, OrganizationId = quiz.OrganizationId, CreatedAt = clock.Now, CreatedBy = current.Id };
        contest.Agree(terms);
        db.OpenContests.Add(contest);
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateException exception) when (exception.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation })
        {
            throw new RepeatTransactionException("Somebody else made it a contest in the same moment.");
        }
    }, cancel);
}
