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

        /// <summary>Takes away all that a contest between classes knows of single devices.</summary>
        public async Task ForgetDevicesAsync(Guid id, CancellationToken cancel)
        {
            await db.ContestDeviceEntries.Where(entry => entry.ContestId == id).ExecuteDeleteAsync(cancel);
            await db.ContestKeys.Where(key => key.ContestId == id).ExecuteDeleteAsync(cancel);
            await db.ContestSeats.Where(seat => seat.ContestId == id).ExecuteDeleteAsync(cancel);
        }

        /// <summary>
        /// Entries of the log after a number, in their order; of a contest between classes that goes on, those of its devices among them. One statement: what
        /// is written meanwhile is in it as a whole or not at all.
        /// </summary>
        public async Task<List<ContestEntry>> EntriesAfterAsync(Guid id, int number, bool isOfClasses, CancellationToken cancel)
        {
            var log = db.ContestEntries.AsNoTracking().Where(entry => entry.ContestId == id && entry.Number > number);
            if (!isOfClasses)
            {
                return await log.OrderBy(entry => entry.Number).ToListAsync(cancel);
            }

            var devices = db.ContestDeviceEntries.Where(entry => entry.ContestId == id && entry.Number > number);
            var rows = await log.Select(entry => new { entry.Number, entry.Kind, entry.At, entry.Seat, entry.Item, entry.Text, entry.Amount, entry.ClientId })
                .Concat(devices.Select(entry => new { entry.Number, entry.Kind, entry.At, Seat = (int?)entry.Seat, entry.Item, entry.Text, entry.Amount, entry.ClientId }))
                .ToListAsync(cancel);
            return [.. rows.OrderBy(row => row.Number).Select(row => new ContestEntry
            {
                ContestId = id,
                Number = row.Number,
                Kind = row.Kind,
                At = row.At,
                Seat = row.Seat,
                Item = row.Item,
                Text = row.Text,
                Amount = row.Amount,
                ClientId = row.ClientId,
            })];
        }
    }
}
