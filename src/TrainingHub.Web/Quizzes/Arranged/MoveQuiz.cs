using Microsoft.EntityFrameworkCore;
using TrainingHub.Account;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Quizzes.Arranged;

/// <summary>Publishes, closes or withdraws a quiz, and appends it. A quiz is published only while a paper can be drawn.</summary>
public sealed class MoveQuiz(Db db, Transactions transactions, CurrentPerson current, PaperDraws draws, Ids ids, DayClock clock)
{
    /// <param name="quizId">Within reach: the caller has asked.</param>
    /// <param name="version">That the form showed.</param>
    /// <param name="next">Where it is to stand.</param>
    /// <param name="reason">Why; null where it was not said.</param>
    /// <param name="cancel">Ends it.</param>
    public Task<ArrangeOutcome> RunAsync(Guid quizId, int version, QuizStanding next, string? reason, CancellationToken cancel) => transactions.RunAsync<ArrangeOutcome>(async cancel =>
    {
        var quiz = await db.ArrangedQuizzes.SingleAsync(quiz => quiz.Id == quizId, cancel);
        if (quiz.Version != version)
        {
            return new ArrangeOutcome.Changed();
        }

        var terms = TermsJson.Read(quiz.Terms);
        if (next is QuizStanding.Published && (terms.Faults().Any() || terms.Plan.Faults().Any() || (await draws.FindAsync(quiz, terms, cancel)).Draw.Shortages.Count > 0))
        {
            return new ArrangeOutcome.Short();
        }

        if (!quiz.Move(next, clock.Now))
        {
            return new ArrangeOutcome.Ended();
        }

        db.QuizChanges.Add(quiz.ChangeBy(ids.Next(), current.Id, clock.Now, reason));
        await db.SaveChangesAsync(cancel);
        return new ArrangeOutcome.Done();
    }, cancel);
}
