using Microsoft.EntityFrameworkCore;
using TrainingHub.Organizations;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.People;

/// <summary>Puts the shipped catalogue of posts into the database: adds what is absent, brings names and spellings up to date.</summary>
public sealed class PreparePositions(Db db, Transactions transactions, DayClock clock)
{
    public Task RunAsync(CancellationToken cancel) =>
        transactions.RunAsync(async cancel =>
        {
            await LockAsync(cancel);
            var present = await db.Positions.Where(p => p.OrganizationId == null).ToDictionaryAsync(p => p.Id, cancel);
            var order = 0;
            foreach (var entry in ShippedPositions.All)
            {
                order += 10;
                if (!present.TryGetValue(entry.Id, out var position))
                {
                    position = new Position { Id = entry.Id, Code = entry.Code, Name = entry.Name, NameEn = entry.NameEn };
                    db.Add(position);
                    db.Add(new PositionMapping
                    {
                        Id = entry.MappingId,
                        FactId = entry.MappingId,
                        PositionId = entry.Id,
                        Core = entry.Core,
                        From = Day.Beginning,
                        Until = Day.Open,
                        RecordedAt = clock.Now,
                    });
                }

                (position.Name, position.NameEn, position.SortOrder) = (entry.Name, entry.NameEn, order);
                position.Aliases = Folded(entry.Aliases);
            }

            await db.SaveChangesAsync(cancel);
        }, cancel);

    /// <summary>Spellings as they are kept: folded, without repeats, one a line.</summary>
    public static string Folded(IEnumerable<string> spellings) =>
        string.Join('\n', spellings.Select(NameFolding.Fold).Where(spelling => spelling.Length > 0).Distinct(StringComparer.Ordinal));

    // Two processes that start together would both find the catalogue absent.
    private async Task LockAsync(CancellationToken cancel)
    {
        if (db.IsPostgres)
        {
            await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({0x7_4A11_41B7})", cancel);
        }
    }
}
