using Microsoft.EntityFrameworkCore;
using TrainingHub.Questions;
using TrainingHub.Storage;

namespace TrainingHub.Quizzes;

/// <summary>
/// Lets time count that was given in the moment in which an attempt at a course's quiz was started. Starting holds no lock while it reads what was given: so
/// both who starts and who gives look once more after they have written, and whichever comes last sees the other. Twice is as good as once.
/// </summary>
public sealed class SettleTime(Db db, Transactions transactions, SubmitAttempt submit)
{
    /// <param name="personId">Whose.</param>
    /// <param name="quiz">Of a course.</param>
    /// <param name="number">Of the attempt.</param>
    /// <param name="printed">Papers drawn for the person at sessions and not handed in yet: what was given counts these before the attempt.</param>
    /// <param name="cancel">Ends it.</param>
    public Task RunAsync(Guid personId, Quiz quiz, int number, int printed, CancellationToken cancel) => transactions.RunAsync(async cancel =>
    {
        var found = await db.Attempts.Where(attempt => attempt.PersonId == personId && attempt.QuizSlug == quiz.Slug && attempt.Number == number)
            .Select(attempt => (Guid?)attempt.Id).SingleOrDefaultAsync(cancel);
        if (found is not { } id || await submit.LockAsync(id, cancel) is not { } begun)
        {
            return;
        }

        var added = (await db.GivenToAsync(personId, quiz.Slug, cancel)).MinutesFor(number + printed);
        if (begun.LastUntil(begun.StartedAt.AddMinutes(quiz.Minutes + added)))
        {
            await db.SaveChangesAsync(cancel);
        }
    }, cancel);
}
