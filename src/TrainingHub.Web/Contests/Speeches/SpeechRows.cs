using Microsoft.EntityFrameworkCore;
using TrainingHub.Storage;

namespace TrainingHub.Contests.Speeches;

internal static class SpeechRows
{
    extension(Db db)
    {
        /// <summary>Whether anybody has scored in this contest.</summary>
        public Task<bool> HasSheetsAsync(Guid contestId, CancellationToken cancel) =>
            db.SpeechSheets.AnyAsync(sheet => db.SpeechEntries.Any(entry => entry.Id == sheet.EntryId && entry.ContestId == contestId), cancel);

        /// <summary>
        /// Locks a contest until the transaction ends: entering, scoring and closing of one contest come one after the other. SQLite has one writer
        /// anyway.
        /// </summary>
        public async Task LockSpeechesAsync(Guid contestId, CancellationToken cancel)
        {
            if (db.IsPostgres)
            {
                await db.Database.ExecuteSqlAsync($"""SELECT 1 FROM "SpeechContests" WHERE "Id" = {contestId} FOR UPDATE""", cancel);
            }
        }
    }
}
