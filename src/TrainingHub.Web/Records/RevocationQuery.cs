using Microsoft.EntityFrameworkCore;
using TrainingHub.Account;
using TrainingHub.People;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Records;

/// <summary>A record for whoever may revoke it, or take its revocation back.</summary>
public sealed class RevocationQuery(Db db, Scope scope, CurrentPerson current, DayClock clock)
{
    /// <summary>Null when it is out of reach.</summary>
    /// <param name="id">Of the record.</param>
    /// <param name="input">What the form is filled with.</param>
    /// <param name="cancel">Ends it.</param>
    public async Task<RevocationPage?> RunAsync(Guid id, RevocationInput input, CancellationToken cancel)
    {
        var reach = scope.People(Capability.RevokeRecords);
        if (await db.RowsOf(db.TrainingRecords.Where(r => r.Id == id && reach.Any(person => person.Id == r.PersonId))).SingleOrDefaultAsync(cancel) is not { } record)
        {
            return null;
        }

        return new RevocationPage(record, record.RevokedAt is { } at ? clock.DayOf(at) : null, await current.MayAsync(Capability.ReadRecords), input)
        {
            MayRestore = record.PersonId != current.Id && await db.RevokedByHand().AnyAsync(revocation => revocation.RecordId == id, cancel),
            IsRestored = await db.TrainingRecords.AnyAsync(other => other.RestoresId == id, cancel),
        };
    }
}
