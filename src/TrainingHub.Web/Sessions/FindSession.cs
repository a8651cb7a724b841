using Microsoft.EntityFrameworkCore;
using TrainingHub.Account;
using TrainingHub.Organizations;
using TrainingHub.People;
using TrainingHub.Storage;

namespace TrainingHub.Sessions;

/// <summary>Finds a session by its address, for who keeps it and for who is on its list. Everybody else finds nothing.</summary>
public sealed class FindSession(Db db, Scope scope, CurrentPerson current)
{
    internal const int CodeLength = 8;
    private const int MostOwners = 100;

    /// <summary>A session of a unit in the keeper's reach.</summary>
    public Task<TrainingSession?> KeptAsync(string code, CancellationToken cancel) => KeptAsync(code, Capability.ManageSessions, cancel);

    /// <summary>The same for another capability.</summary>
    public Task<TrainingSession?> KeptAsync(string code, Capability capability, CancellationToken cancel)
    {
        var (wanted, reach) = (code.ToUpperInvariant(), scope.Organizations(capability));
        return db.TrainingSessions.AsNoTracking().SingleOrDefaultAsync(session => session.Code == wanted && reach.Contains(session.OrganizationId), cancel);
    }

    /// <summary>A session to which the current person is called.</summary>
    public Task<TrainingSession?> CalledAsync(string code, CancellationToken cancel)
    {
        var (wanted, personId) = (code.ToUpperInvariant(), current.Id);
        return db.TrainingSessions.AsNoTracking()
            .SingleOrDefaultAsync(session => session.Code == wanted && db.Participants.Any(one => one.SessionId == session.Id && one.PersonId == personId), cancel);
    }

    /// <summary>Any session: for who brings a good code or a ticket.</summary>
    public Task<TrainingSession?> AnyAsync(string code, CancellationToken cancel)
    {
        var wanted = code.ToUpperInvariant();
        return db.TrainingSessions.AsNoTracking().SingleOrDefaultAsync(session => session.Code == wanted, cancel);
    }

    public Task<List<SessionHalfDay>> HalfDaysAsync(Guid sessionId, CancellationToken cancel) =>
        db.SessionHalfDays.AsNoTracking().Where(half => half.SessionId == sessionId).OrderBy(half => half.Number).ToListAsync(cancel);

    /// <summary>The units for which the current person was granted to hold sessions.</summary>
    public Task<List<OrganizationLink>> OwnersAsync(CancellationToken cancel)
    {
        var (personId, reach) = (current.Id, scope.Organizations(Capability.ManageSessions));
        return db.Organizations
            .Where(unit => reach.Contains(unit.Id) && db.Grants.Any(grant => grant.OrganizationId == unit.Id && grant.PersonId == personId && grant.Capability == Capability.ManageSessions && grant.RevokedAt == null))
            .OrderBy(unit => unit.Name).ThenBy(unit => unit.Code).Take(MostOwners).Select(unit => new OrganizationLink(unit.Code, unit.Name)).ToListAsync(cancel);
    }

    /// <summary>The unit with that code, if the current person may hold sessions for it.</summary>
    public Task<Guid?> OwnerAsync(string? code, CancellationToken cancel)
    {
        var (wanted, reach) = (code?.Trim().ToUpperInvariant(), scope.Organizations(Capability.ManageSessions));
        return db.Organizations.Where(unit => unit.Code == wanted && reach.Contains(unit.Id)).Select(unit => (Guid?)unit.Id).SingleOrDefaultAsync(cancel);
    }
}
