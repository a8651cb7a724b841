using Microsoft.EntityFrameworkCore;
using TrainingHub.Organizations;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.People;

/// <summary>Puts the shipped catalogue of posts into a database that lacks entries of it. What a bureau renamed stays.</summary>
public sealed class PreparePositions(Db db, Transactions transactions, DayClock clock)
{
    public Task RunAsync(CancellationToken cancel) =>
        transactions.RunAsync(async cancel =>
        {
            var known = await db.Positions.Select(position => position.Code).ToHashSetAsync(StringComparer.Ordinal, cancel);
            foreach (var shipped in ShippedPositions.All.Where(shipped => !known.Contains(shipped.Code)))
            {
                db.Positions.Add(new Position
                {
                    Id = shipped.Id,
                    Code = shipped.Code,
                    Name = shipped.Name,
                    NameEn = shipped.NameEn,
                    Aliases = string.Join('\n', shipped.Aliases.Select(NameFolding.Fold)),
                    SortOrder = ShippedPositions.All.Index().First(entry => entry.Item == shipped).Index,
                });
                db.PositionMappings.Add(new PositionMapping
                {
                    Id = shipped.MappingId,
                    FactId = shipped.MappingId,
                    PositionId = shipped.Id,
                    Core = shipped.Core,
                    From = Day.Beginning,
                    Until = Day.Open,
                    RecordedAt = clock.Now,
                });
            }

            await db.SaveChangesAsync(cancel);
        }, cancel);
}
