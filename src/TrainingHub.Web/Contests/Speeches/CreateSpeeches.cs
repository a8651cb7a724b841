using TrainingHub.Account;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Contests.Speeches;

/// <summary>Begins a speech contest as a draft.</summary>
public sealed class CreateSpeeches(Db db, Transactions transactions, CurrentPerson current, Ids ids, DayClock clock)
{
    private const int CodeLength = 8;

    /// <param name="ownerId">Within reach: the caller has asked.</param>
    /// <param name="terms">Sound.</param>
    /// <param name="cancel">Ends it.</param>
    /// <returns>The code.</returns>
    public Task<string> RunAsync(Guid ownerId, SpeechTerms terms, CancellationToken cancel) => transactions.RunAsync(async cancel =>
    {
        var contest = new SpeechContest { Id = ids.Next(), Code = Ids.Code(CodeLength), OrganizationId = ownerId, CreatedAt = clock.Now, CreatedBy = current.Id };
        contest.Agree(terms);
        db.SpeechContests.Add(contest);
        await db.SaveChangesAsync(cancel);
        return contest.Code;
    }, cancel);
}
