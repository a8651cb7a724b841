using Microsoft.EntityFrameworkCore;
using Npgsql;
using TrainingHub.Storage;

namespace TrainingHub.Sessions;

internal static class SessionLocks
{
    extension(Db db)
    {
        /// <summary>A session whose row is held until the end of the transaction, so that seats and closings are counted by one at a time. On SQLite the write gate is the lock.</summary>
        public async Task<TrainingSession> LockSessionAsync(Guid id, CancellationToken cancel)
        {
            var rows = db.IsPostgres
                ? db.TrainingSessions.FromSql($"""SELECT * FROM "TrainingSessions" WHERE "Id" = {id} FOR UPDATE""")
                : db.TrainingSessions.Where(session => session.Id == id);
            return (await rows.ToListAsync(cancel)).Single();
        }

        /// <summary>Saves attendance; where somebody scanned or was marked in the same moment the whole action is repeated and finds what they did.</summary>
        public async Task SaveAttendanceAsync(CancellationToken cancel)
        {
            try
            {
                await db.SaveChangesAsync(cancel);
            }
            catch (DbUpdateException exception) when (exception is DbUpdateConcurrencyException || exception.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation })
            {
                throw new RepeatTransactionException("The same person or ticket was entered in the same moment.");
            }
        }
    }
}
