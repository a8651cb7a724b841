using Microsoft.EntityFrameworkCore;
using TrainingHub.Account;
using TrainingHub.People;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Quizzes.Arranged;

/// <summary>Begins a quiz as a draft with usual terms: a week from tomorrow nine o'clock, one attempt of forty minutes, eighty percent.</summary>
public sealed class CreateArranged(Db db, Transactions transactions, Scope scope, CurrentPerson current, Ids ids, DayClock clock)
{
    private static readonly TimeSpan Nine = TimeSpan.FromHours(9);

    /// <summary>The slug; null when the unit is out of reach.</summary>
    public Task<string?> RunAsync(string organizationCode, string title, CancellationToken cancel) => transactions.RunAsync<string?>(async cancel =>
    {
        var (code, reach) = (organizationCode.Trim().ToUpperInvariant(), scope.Organizations(Capability.ManageQuizzes));
        if (await db.Organizations.Where(unit => unit.Code == code && reach.Contains(unit.Id)).Select(unit => (Guid?)unit.Id).SingleOrDefaultAsync(cancel) is not { } ownerId)
        {
            return null;
        }

        var opensAt = clock.StartOf(clock.Today.AddDays(1)) + Nine;
        var terms = new QuizTerms
        {
            Title = title,
            OpensAt = opensAt,
            ClosesAt = opensAt.AddDays(7),
            Minutes = 40,
            PassPercent = 80,
            AttemptsAllowed = 1,
            Release = new ReleasePolicy(ReleaseMoment.AtOnce, ReleaseMoment.AfterWindow, ReleaseMoment.AfterWindow),
            UsesBank = true,
        };
        var quiz = new ArrangedQuiz { Id = ids.Next(), Slug = FindArranged.NewSlug(), OrganizationId = ownerId, CreatedAt = clock.Now, CreatedBy = current.Id };
        quiz.Agree(terms, TermsJson.Write(terms));
        db.ArrangedQuizzes.Add(quiz);
        db.QuizChanges.Add(quiz.ChangeBy(ids.Next(), current.Id, clock.Now, reason: null));
        await db.SaveChangesAsync(cancel);
        return quiz.Slug;
    }, cancel);
}
