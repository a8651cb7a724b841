using Microsoft.EntityFrameworkCore;
using TrainingHub.Storage;

namespace TrainingHub.Contests.Stage;

/// <summary>Says who sits in which place of the teams of a draft; whoever sat there before is forgotten.</summary>
public sealed class NameMembers(Db db, Transactions transactions)
{
    /// <summary>False when it was prepared or changed since the host saw it.</summary>
    /// <param name="contestId">Within reach.</param>
    /// <param name="version">What the host saw.</param>
    /// <param name="members">Sound: everybody once, in places that there are.</param>
    /// <param name="cancel">Ends it.</param>
    public Task<bool> RunAsync(Guid contestId, int version, IReadOnlyCollection<(string Team, int Number, Guid? PersonId, string? GuestName)> members, CancellationToken cancel) => transactions.RunAsync(async cancel =>
    {
        if (await db.LockContestAsync(contestId, cancel) is not { MayBeChanged: true } contest || contest.Version != version)
        {
            return false;
        }

        contest.NameMembers();
        await db.StageMembers.Where(member => member.ContestId == contestId).ExecuteDeleteAsync(cancel);
        db.StageMembers.AddRange(members.Select(member => new StageMember { ContestId = contestId, TeamKey = member.Team, Number = member.Number, PersonId = member.PersonId, GuestName = member.GuestName }));
        await db.SaveChangesAsync(cancel);
        return true;
    }, cancel);
}
