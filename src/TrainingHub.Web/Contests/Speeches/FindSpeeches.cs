using Microsoft.EntityFrameworkCore;
using TrainingHub.Account;
using TrainingHub.People;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Contests.Speeches;

/// <summary>Finds speech contests for who holds them, judges and may enter. Everybody else finds nothing.</summary>
public sealed class FindSpeeches(Db db, Scope scope, CurrentPerson current, DayClock clock)
{
    /// <summary>One that the current person holds; null out of reach.</summary>
    public Task<SpeechContest?> ManagedAsync(string code, CancellationToken cancel) => Managed().AsNoTracking().SingleOrDefaultAsync(contest => contest.Code == code, cancel);

    /// <summary>One that the current person holds, judges, may enter or has entered; null out of reach.</summary>
    public async Task<FoundSpeeches?> SeenAsync(string code, CancellationToken cancel)
    {
        var (personId, managed, open) = (current.Id, Managed(), Open());
        var found = await db.SpeechContests.AsNoTracking().Where(contest => contest.Code == code).Select(contest => new
        {
            Contest = contest,
            IsManaged = managed.Any(one => one.Id == contest.Id),
            IsJudge = contest.Standing != SpeechStanding.Draft && db.SpeechJudges.Any(judge => judge.ContestId == contest.Id && judge.PersonId == personId && judge.LeftAt == null),
            TakesPart = open.Any(one => one.Id == contest.Id),
            HasEntered = db.SpeechEntries.Any(entry => entry.ContestId == contest.Id && entry.PersonId == personId),
        }).SingleOrDefaultAsync(cancel);
        return found is null || !(found.IsManaged || found.IsJudge || found.TakesPart || found.HasEntered) ? null : new FoundSpeeches(found.Contest, found.IsManaged, found.IsJudge, found.TakesPart);
    }

    public IQueryable<SpeechContest> Managed()
    {
        var reach = scope.Organizations(Capability.ManageQuizzes);
        return db.SpeechContests.Where(contest => reach.Contains(contest.OrganizationId));
    }

    /// <summary>Those that the current person may enter, or could have, by a post of today.</summary>
    public IQueryable<SpeechContest> Open()
    {
        var (personId, today) = (current.Id, clock.Today);
        var above =
            from post in db.Memberships.On(today)
            where post.PersonId == personId
            join path in db.OrganizationPaths on post.OrganizationId equals path.DescendantId
            where path.SupersededAt == null && path.From <= today && today <= path.Until
            select path.AncestorId;
        return db.SpeechContests.Where(contest => contest.Standing != SpeechStanding.Draft && above.Contains(contest.OrganizationId));
    }

    /// <summary>Those that the current person judges or has entered.</summary>
    public IQueryable<SpeechContest> Mine()
    {
        var personId = current.Id;
        return db.SpeechContests.Where(contest => contest.Standing != SpeechStanding.Draft && (db.SpeechJudges.Any(judge => judge.ContestId == contest.Id && judge.PersonId == personId && judge.LeftAt == null)
            || db.SpeechEntries.Any(entry => entry.ContestId == contest.Id && entry.PersonId == personId)));
    }

    /// <summary>Whether somebody holds a post in a unit today: a judge of the speaker's own unit.</summary>
    public Task<bool> IsOfUnitAsync(Guid personId, Guid unitId, CancellationToken cancel) =>
        db.Memberships.On(clock.Today).AnyAsync(post => post.PersonId == personId && post.OrganizationId == unitId, cancel);
}
