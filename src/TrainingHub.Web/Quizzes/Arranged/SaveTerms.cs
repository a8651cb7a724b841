using Microsoft.EntityFrameworkCore;
using TrainingHub.Account;
using TrainingHub.Programmes;
using TrainingHub.Questions;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Quizzes.Arranged;

/// <summary>Changes the terms of a quiz and appends the change. Where somebody has begun, what decides about grades stays.</summary>
public sealed class SaveTerms(Db db, IFinalRankings finalRankings, Transactions transactions, CurrentPerson current, PaperDraws draws, Ids ids, DayClock clock)
{
    /// <param name="quizId">Within reach: the caller has asked.</param>
    /// <param name="version">That the form showed.</param>
    /// <param name="wished">Without faults.</param>
    /// <param name="cancel">Ends it.</param>
    public Task<ArrangeOutcome> RunAsync(Guid quizId, int version, QuizTerms wished, CancellationToken cancel) => transactions.RunAsync<ArrangeOutcome>(async cancel =>
    {
        var quiz = await db.ArrangedQuizzes.SingleAsync(quiz => quiz.Id == quizId, cancel);
        if (quiz.Version != version)
        {
            return new ArrangeOutcome.Changed();
        }

        if (quiz.Standing is not (QuizStanding.Draft or QuizStanding.Published))
        {
            return new ArrangeOutcome.Ended();
        }

        if (await finalRankings.QuizzesIn(db).AnyAsync(id => id == quizId, cancel))
        {
            return new ArrangeOutcome.Ranked();
        }

        var hasAttempts = await db.Attempts.AnyAsync(attempt => attempt.QuizSlug == quiz.Slug, cancel);
        var terms = hasAttempts ? wished.WithGradesOf(TermsJson.Read(quiz.Terms)) : wished;
        quiz.Agree(terms, TermsJson.Write(terms));
        // Not through what is kept for drawing: these terms may yet be refused.
        if (quiz.Standing is QuizStanding.Published && new PaperDraw(terms.Plan, await draws.CandidatesAsync(quiz.OrganizationId, terms, cancel)).Shortages.Count > 0)
        {
            return new ArrangeOutcome.Short();
        }

        if (!terms.MayCompleteProgrammes && await db.RulesAsking(quiz.Slug).Known().AnyAsync(rule => rule.CycleUntil >= clock.Today, cancel))
        {
            return new ArrangeOutcome.Bound();
        }

        db.QuizChanges.Add(quiz.ChangeBy(ids.Next(), current.Id, clock.Now, reason: null));
        await db.SaveChangesAsync(cancel);
        return new ArrangeOutcome.Done();
    }, cancel);
}
