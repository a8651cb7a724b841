using Microsoft.EntityFrameworkCore;
using Npgsql;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Records;

/// <summary>
/// Appends a seal over rows of the ledger that none covers yet. They are found by their absence among the sealed, not by order: a transaction that
/// commits late brings rows older than those already sealed.
/// </summary>
public sealed class SealLedger(Db db, Transactions transactions, DayClock clock)
{
    /// <summary>One seal.</summary>
    /// <param name="since">Where to look.</param>
    /// <param name="cancel">Stops; nothing is then sealed.</param>
    /// <returns>How many rows it covers, 0 when there was nothing to seal, and where to look for more.</returns>
    public async Task<(int Rows, SealStart Next)> RunAsync(SealStart since, CancellationToken cancel)
    {
        // Nobody is kept waiting for a look that finds nothing.
        if ((await RowsAsync(since, 1, cancel)).Rows.Count is 0)
        {
            return (0, since);
        }

        return await transactions.RunAsync(async cancel =>
        {
            var last = await LastAsync(cancel);
            var (rows, next) = await RowsAsync(since, LedgerSeal.MostRows, cancel);
            if (rows.Count is 0)
            {
                return (0, next);
            }

            var seal = LedgerSeal.After(last, rows, clock.Now);
            var covered = new RowChanges<SealedRow>(db);
            rows.ForEach(row => covered.Add(new SealedRow { RowId = row.Id, Kind = row.Kind, SealNumber = seal.Number }));
            db.LedgerSeals.Add(seal);
            try
            {
                await db.SaveChangesAsync(cancel);
                await covered.SaveAsync(cancel);
            }
            catch (Exception exception) when (exception is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation } or { InnerException: PostgresException { SqlState: PostgresErrorCodes.UniqueViolation } })
            {
                throw new RepeatTransactionException($"Another process made seal {seal.Number} in the same moment.");
            }

            db.Entry(seal).State = EntityState.Detached;
            return (rows.Count, next);
        }, cancel);
    }

    private Task<LedgerSeal?> LastAsync(CancellationToken cancel) =>
        db.LedgerSeals.AsNoTracking().OrderByDescending(seal => seal.Number).FirstOrDefaultAsync(cancel);

    // In the order in which they were recorded: all before the last one found is sealed, and need not be looked at for the next.
    private async Task<(List<LedgerRow> Rows, SealStart Next)> RowsAsync(SealStart since, int most, CancellationToken cancel)
    {
        var (recordsSince, revocationsSince) = since;
        var records = await db.TrainingRecords.Where(record => record.RecordedAt >= recordsSince && !db.SealedRows.Any(row => row.RowId == record.Id))
            .OrderBy(record => record.RecordedAt).Take(most).Select(record => new { record.Id, record.ContentHash, record.RecordedAt }).ToListAsync(cancel);
        List<LedgerRow> rows = [.. records.Select(record => new LedgerRow(LedgerRowKind.Record, record.Id, record.ContentHash))];
        var next = records is [.., var last] ? since with { Records = last.RecordedAt } : since;
        if (rows.Count < most)
        {
            var revocations = await db.Revocations.AsNoTracking().Where(revocation => revocation.RecordedAt >= revocationsSince && !db.SealedRows.Any(row => row.RowId == revocation.Id))
                .OrderBy(revocation => revocation.RecordedAt).Take(most - rows.Count).ToListAsync(cancel);
            rows.AddRange(revocations.Select(revocation => new LedgerRow(LedgerRowKind.Revocation, revocation.Id, revocation.HashContent())));
            next = revocations is [.., var latest] ? next with { Revocations = latest.RecordedAt } : next;
        }

        return (rows, next);
    }
}
