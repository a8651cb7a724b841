using Microsoft.EntityFrameworkCore;
using Npgsql;
using TrainingHub.Account;
using TrainingHub.Certificates;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Contests.Awards;

/// <summary>Appends the confirmed list with its certificates, in one transaction. Who was decided about before is passed over: a double click gives one certificate.</summary>
public sealed class GiveAwards(Db db, Transactions transactions, PrizesQuery names, IssueCertificate issue, CurrentPerson current, Ids ids, DayClock clock)
{
    // As certificates are kept: in Chinese.
    private const string Certificate = "获奖证书";

    /// <param name="list">Final, and within reach: the caller has asked.</param>
    /// <param name="people">Who gets the prize that is proposed.</param>
    /// <param name="reason">Why the others are left out; needed where there are some.</param>
    /// <param name="cancel">Ends it.</param>
    /// <returns>How many certificates were issued.</returns>
    public Task<int> RunAsync(PrizeList list, IReadOnlyCollection<Guid> people, string? reason, CancellationToken cancel) => transactions.RunAsync(async cancel =>
    {
        var decided = await db.ContestAwards.Where(award => award.ContestId == list.ContestId).Select(award => award.PersonId).ToListAsync(cancel);
        var open = (list.Lines ?? []).ExceptBy(decided, line => line.PersonId).ToList();
        var known = await names.NamesAsync(open, list.Day, cancel);
        List<ContestHonour> honours = [];
        foreach (var line in open)
        {
            var isGiven = people.Contains(line.PersonId) && known.ContainsKey(line.PersonId);
            var award = new ContestAward
            {
                Id = ids.Next(),
                ContestId = list.ContestId,
                PersonId = line.PersonId,
                Level = isGiven ? line.Level : AwardLevel.None,
                Rank = line.Rank,
                Reason = isGiven ? null : reason ?? "",
                At = clock.Now,
                By = current.Id,
            };
            db.ContestAwards.Add(award);
            if (isGiven && known[line.PersonId] is var named)
            {
                honours.Add(new ContestHonour(award.Id, line.PersonId, named.Name, named.Unit ?? "", named.Post ?? "", ContestHonour.HonourOf(list.Title, PrizeOf(line.Level)), line.Points, line.FullPoints));
            }
        }

        await SaveAsync(cancel);
        await issue.ForContestAsync(honours, list.ContestId, Certificate, list.OrganizationId, list.Day, cancel);
        return honours.Count;
    }, cancel);

    private static string PrizeOf(AwardLevel level) => level switch
    {
        AwardLevel.First => "一等奖",
        AwardLevel.Second => "二等奖",
        AwardLevel.Third => "三等奖",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private async Task SaveAsync(CancellationToken cancel)
    {
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateException exception) when (exception.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation })
        {
            throw new RepeatTransactionException("Somebody else confirmed the list in the same moment.");
        }
    }
}
