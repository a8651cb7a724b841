using Microsoft.EntityFrameworkCore;
using TrainingHub.Account;
using TrainingHub.Hosting;
using TrainingHub.People;
using TrainingHub.Storage;

namespace TrainingHub.Certificates;

/// <summary>Certificates that the current person may see: the own ones, and those of people within the reach of ReadRecords.</summary>
public sealed class CertificateQuery(Db db, CurrentPerson current, Scope scope)
{
    /// <summary>The person's own, newest first.</summary>
    public async Task<(IReadOnlyList<CertificateFacts> Rows, Pages Pages)> OwnAsync(int page, CancellationToken cancel)
    {
        var personId = current.Id;
        var own = db.Certificates.Where(certificate => certificate.PersonId == personId);
        var pages = Pages.Of(page, await own.CountAsync(cancel));
        var rows = await db.FactsOf(own).OrderByDescending(facts => facts.IssuedOn).ThenByDescending(facts => facts.Id)
            .Skip(pages.First == 0 ? 0 : pages.First - 1).Take(Pages.Size).ToListAsync(cancel);
        return (rows, pages);
    }

    /// <summary>One by its serial, as it stands in an address; null when there is none within reach.</summary>
    public async Task<CertificateFacts?> FindAsync(string serial, CancellationToken cancel)
    {
        if (Serial.Read(serial) is not { } stored)
        {
            return null;
        }

        var (personId, reach) = (current.Id, scope.People(Capability.ReadRecords));
        return await db.FactsOf(db.Certificates.Where(certificate =>
            certificate.Serial == stored && (certificate.PersonId == personId || reach.Any(person => person.Id == certificate.PersonId)))).SingleOrDefaultAsync(cancel);
    }

    public Task<bool> MayRevokeAsync(CertificateFacts facts, CancellationToken cancel)
    {
        var reach = scope.People(Capability.RevokeRecords);
        return reach.AnyAsync(person => person.Id == facts.PersonId, cancel);
    }
}
