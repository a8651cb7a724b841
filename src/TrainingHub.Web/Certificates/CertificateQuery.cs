using Microsoft.EntityFrameworkCore;
using TrainingHub.Account;
using TrainingHub.Hosting;
using TrainingHub.People;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Certificates;

/// <summary>Certificates that the current person may see: the own ones, and those of people within the reach of ReadRecords, and those that sessions kept led to.</summary>
public sealed class CertificateQuery(Db db, CurrentPerson current, Scope scope, DayClock clock)
{
    /// <summary>The person's own.</summary>
    public async Task<CertificatesPage> OwnAsync(CertificatesFilter filter, CancellationToken cancel)
    {
        var own = Own(filter);
        var pages = Pages.Of(filter.Page, await own.CountAsync(cancel));
        return new CertificatesPage(filter, await own.Skip((pages.Page - 1) * pages.Length).Take(pages.Length).ToListAsync(cancel), pages, clock.Today);
    }

    /// <summary>All of the person's own that the filter finds, one after the other.</summary>
    public IAsyncEnumerable<CertificateFacts> AllOwnAsync(CertificatesFilter filter) => Own(filter).AsAsyncEnumerable();

    private IQueryable<CertificateFacts> Own(CertificatesFilter filter)
    {
        var (personId, today, (column, isDown)) = (current.Id, clock.Today, filter.Order);
        var own = db.FactsOf(db.Certificates.Where(certificate => certificate.PersonId == personId));
        // As Certificate.StateOn says it, for the database.
        own = filter.State switch
        {
            CertificateState.Valid => own.Where(facts => facts.RevokedAt == null && (facts.ValidUntil == null || facts.ValidUntil >= today)),
            CertificateState.Expired => own.Where(facts => facts.RevokedAt == null && facts.ValidUntil < today),
            CertificateState.Revoked => own.Where(facts => facts.RevokedAt != null),
            _ => own,
        };
        var ordered = column switch
        {
            CertificateSort.Name => own.OrderBy(facts => facts.ProgrammeName, isDown),
            // Without end comes after every day.
            CertificateSort.Until => own.OrderBy(facts => facts.ValidUntil ?? Day.Open, isDown),
            _ => own.OrderBy(facts => facts.IssuedOn, isDown),
        };
        return ordered.ThenByDescending(facts => facts.IssuedOn).ThenByDescending(facts => facts.Id);
    }

    /// <summary>One by its serial, as it stands in an address; null when there is none within reach.</summary>
    public async Task<CertificateFacts?> FindAsync(string serial, CancellationToken cancel)
    {
        if (Serial.Read(serial) is not { } stored)
        {
            return null;
        }

        var (personId, reach, keeps) = (current.Id, scope.People(Capability.ReadRecords), scope.Organizations(Capability.ManageSessions));
        var revocable = RevocableOfGuests();
        // Whoever keeps a session prints what it led to: for guests, who have nobody else, and for people of the roster without an account.
        return await db.FactsOf(db.Certificates.Where(certificate => certificate.Serial == stored && (certificate.PersonId == personId
            || reach.Any(person => person.Id == certificate.PersonId)
            || revocable.Any(one => one.Id == certificate.Id)
            || db.Participants.Any(guest => guest.Id == certificate.PersonId && db.TrainingSessions.Any(session => session.Id == guest.SessionId && keeps.Contains(session.OrganizationId)))
            || db.TrainingRecords.Any(record => record.Id == certificate.RecordId && db.TrainingSessions.Any(session => session.Id == record.SessionId && keeps.Contains(session.OrganizationId)))))).SingleOrDefaultAsync(cancel);
    }

    public Task<bool> MayReadRecordsAsync(CertificateFacts facts, CancellationToken cancel)
    {
        var reach = scope.People(Capability.ReadRecords);
        return reach.AnyAsync(person => person.Id == facts.PersonId, cancel);
    }

    /// <summary>Where it is revoked by who may; null for everybody else.</summary>
    public async Task<string?> RevocationPathAsync(CertificateFacts facts, CancellationToken cancel)
    {
        // A certificate that rests on no record is a guest's, or one of a contest, which is revoked where it was given.
        var reach = scope.People(Capability.RevokeRecords);
        return await reach.AnyAsync(person => person.Id == facts.PersonId && db.TrainingRecords.Any(record => record.Id == facts.RecordId), cancel) ? $"/records/{facts.RecordId}/revocation"
            : await RevocableOfGuests().AnyAsync(certificate => certificate.Id == facts.Id, cancel) ? $"/certificates/{Uri.EscapeDataString(facts.Serial)}/revocation"
            : null;
    }

    /// <summary>The certificate of a guest that the current person may revoke, or might have before it was; null when there is none of that serial within reach.</summary>
    public async Task<CertificateFacts?> FindOfGuestAsync(string serial, CancellationToken cancel) =>
        Serial.Read(serial) is { } stored ? await db.FactsOf(RevocableOfGuests().Where(certificate => certificate.Serial == stored)).SingleOrDefaultAsync(cancel) : null;

    /// <summary>Certificates of guests, who have no record, of sessions of units over which the current person may revoke records.</summary>
    private IQueryable<Certificate> RevocableOfGuests()
    {
        var reach = scope.Organizations(Capability.RevokeRecords);
        return db.Certificates.Where(certificate => certificate.RecordId == certificate.Id
            && db.Participants.Any(guest => guest.Id == certificate.PersonId && db.TrainingSessions.Any(session => session.Id == guest.SessionId && reach.Contains(session.OrganizationId))));
    }
}
