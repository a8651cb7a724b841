using TrainingHub.Account;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.People;

/// <summary>Adds a bureau's own entry to the catalogue of posts, mapped to one post of the common core.</summary>
public sealed class AddPosition(Db db, Transactions transactions, Ids ids, DayClock clock, CurrentPerson current)
{
    public Task RunAsync(Guid organizationId, string name, string nameEn, IEnumerable<string> aliases, CorePosition core, CancellationToken cancel) =>
        transactions.RunAsync(async cancel =>
        {
            var (id, mapping) = (ids.Next(), ids.Next());
            db.Add(new Position
            {
                Id = id,
                Code = $"own{Ids.Code(8)}",
                Name = name,
                NameEn = nameEn,
                Aliases = PreparePositions.Folded(aliases.Prepend(name)),
                OrganizationId = organizationId,
                SortOrder = 1000,
            });
            db.Add(new PositionMapping
            {
                Id = mapping,
                FactId = mapping,
                PositionId = id,
                Core = core,
                From = Day.Beginning,
                Until = Day.Open,
                RecordedAt = clock.Now,
                RecordedBy = current.Id,
            });
            await db.SaveChangesAsync(cancel);
        }, cancel);
}
