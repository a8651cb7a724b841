using TrainingHub.Account;
using TrainingHub.Contests.Stage;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Contests;

/// <summary>Fixes rules and questions and opens joining: the first entry of the log.</summary>
public sealed class PrepareContest(Db db, Transactions transactions, ContestParcels parcels, CurrentPerson current, DayClock clock)
{
    /// <summary>False when it was prepared before, or changed since the host saw it.</summary>
    /// <param name="contestId">Within reach.</param>
    /// <param name="version">What the host saw.</param>
    /// <param name="cancel">Ends it.</param>
    public Task<bool> RunAsync(Guid contestId, int version, CancellationToken cancel) => RunAsync(contestId, version, parcels.NewSecret(), cancel);

    private Task<bool> RunAsync(Guid contestId, int version, string pictureSecret, CancellationToken cancel) => transactions.RunAsync(async cancel =>
    {
        if (await db.LockContestAsync(contestId, cancel) is not { MayBeChanged: true } contest || contest.Version != version)
        {
            return false;
        }

        var entry = new ContestEntry
        {
            ContestId = contest.Id,
            Number = 1,
            Kind = ContestEntryKind.Prepared,
            At = clock.Now,
            Item = contest.Questions,
            Text = contest.Rules,
            By = current.Id,
            Digest = ContestRanking.DigestOf([]),
        };
        contest.SealPictures(pictureSecret);
        contest.Follow(entry);
        db.Add(entry);
        StageEntries.Add(db, contest, entry);
        await db.ForgetMembersAsync(contest, cancel);
        await db.SaveChangesAsync(cancel);
        return true;
    }, cancel);
}
