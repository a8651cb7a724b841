using Microsoft.EntityFrameworkCore;
using TrainingHub.Account;
using TrainingHub.Organizations;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.People;

/// <summary>Maps a catalogue entry to another post of the common core from a day on, and has everybody who holds it counted again.</summary>
public sealed class MapPosition(Db db, Transactions transactions, IFigures figures, Ids ids, DayClock clock, CurrentPerson current)
{
    /// <returns>Whether anything changed; false as well when somebody changed the mapping since the form was made.</returns>
    public Task<bool> RunAsync(Guid positionId, CorePosition core, DateOnly from, string? version, CancellationToken cancel) =>
        transactions.RunAsync(async cancel =>
        {
            var known = await db.PositionMappings.Known().Where(m => m.PositionId == positionId).ToListAsync(cancel);
            var (cut, until) = DatedChange.Place(known, from);
            if (cut?.Core == core || (KnownVersion.IsStale(version, known.Select(m => m.Id))))
            {
                return false;
            }

            var now = clock.Now;
            cut?.Supersede(now);
            if (cut is not null && cut.From < from)
            {
                db.Add(Row(cut.FactId, cut.Core, cut.From, from.AddDays(-1)));
            }

            db.Add(Row(cut?.From == from ? cut.FactId : null, core, from, until));
            await db.SaveChangesAsync(cancel);
            var organizations = await db.Memberships.Known().Where(m => m.PositionId == positionId).Select(m => m.OrganizationId).Distinct().ToListAsync(cancel);
            await figures.CountSoonAsync(organizations, cancel);
            return true;

            PositionMapping Row(Guid? factId, CorePosition post, DateOnly first, DateOnly last)
            {
                var id = ids.Next();
                return new PositionMapping
                {
                    Id = id,
                    FactId = factId ?? id,
                    PositionId = positionId,
                    Core = post,
                    From = first,
                    Until = last,
                    RecordedAt = now,
                    RecordedBy = current.Id,
                };
            }
        }, cancel);
}
