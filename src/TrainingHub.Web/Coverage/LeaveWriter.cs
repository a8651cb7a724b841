using Microsoft.EntityFrameworkCore;
using TrainingHub.Account;
using TrainingHub.People;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Coverage;

/// <summary>Reads and appends a person's leave.</summary>
public sealed class LeaveWriter(Db db, Ids ids, DayClock clock, CurrentPerson current)
{
    /// <summary>The known leave of a person, tracked; on PostgreSQL nobody else changes it until the transaction ends.</summary>
    internal async Task<List<Leave>> LockAsync(Guid personId, CancellationToken cancel)
    {
        if (db.IsPostgres)
        {
            await db.Database.ExecuteSqlAsync($"SELECT 1 FROM \"People\" WHERE \"Id\" = {personId} FOR UPDATE", cancel);
        }

        return await db.Leaves.Known().Where(l => l.PersonId == personId).ToListAsync(cancel);
    }

    internal async Task<LastChange> LastAsync(List<Leave> known, CancellationToken cancel)
    {
        var last = known.MaxBy(leave => leave.RecordedAt);
        var who = last?.RecordedBy;
        return new LastChange(await db.People.Where(p => p.Id == who).Select(p => p.Name).FirstOrDefaultAsync(cancel), last?.RecordedAt);
    }

    /// <param name="factId">The leave that the row corrects; null for a new one.</param>
    internal void Append(Guid? factId, Guid personId, Guid organizationId, LeaveKind kind, DateOnly from, DateOnly until, string? reason)
    {
        var id = ids.Next();
        db.Add(new Leave
        {
            Id = id,
            FactId = factId ?? id,
            PersonId = personId,
            OrganizationId = organizationId,
            Kind = kind,
            From = from,
            Until = until,
            RecordedAt = clock.Now,
            RecordedBy = current.Id,
            Reason = reason,
        });
    }
}
