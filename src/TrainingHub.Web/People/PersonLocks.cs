using Microsoft.EntityFrameworkCore;
using TrainingHub.Storage;

namespace TrainingHub.People;

internal static class PersonLocks
{
    extension(Db db)
    {
        /// <summary>
        /// Whoever changes posts, leave or numbers of people comes one at a time: they are held until the transaction ends, always taken in the same order, so that two who
        /// lock many wait for each other. On SQLite the write gate is the lock.
        /// </summary>
        public async Task LockPeopleAsync(IReadOnlyCollection<Guid> people, CancellationToken cancel)
        {
            if (db.IsPostgres && people.Count > 0)
            {
                Guid[] ids = [.. people];
                await db.Database.ExecuteSqlAsync($"SELECT 1 FROM \"People\" WHERE \"Id\" = ANY({ids}) ORDER BY \"Id\" FOR NO KEY UPDATE", cancel);
            }
        }
    }
}
