using Microsoft.EntityFrameworkCore;
using TrainingHub.Storage;

namespace TrainingHub.Contests;

internal static class ContestRows
{
    extension(Db db)
    {
        /// <summary>
        /// Locks the contest's row and gives it as it stands then: whoever appends to its log or changes what is agreed waits here for the one before.
        /// Only inside a transaction. Null when there is none.
        /// </summary>
        public async Task<Contest?> LockContestAsync(Guid id, CancellationToken cancel)
        {
            // A statement of its own: the next one sees what this one waited for.
            await db.Database.ExecuteSqlAsync($"""UPDATE "Contests" SET "LastNumber" = "LastNumber" WHERE "Id" = {id}""", cancel);
            return await db.Contests.SingleOrDefaultAsync(contest => contest.Id == id, cancel);
        }
    }
}
