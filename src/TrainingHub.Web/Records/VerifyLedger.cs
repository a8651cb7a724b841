using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Records;

/// <summary>Reads the whole ledger and proves it against its seals: one seal with its rows at a time, whatever the ledger's size.</summary>
public sealed class VerifyLedger(Db db, DayClock clock)
{
    /// <summary>Older rows that no seal covers are reported: they were slipped in, or nothing seals.</summary>
    private static readonly TimeSpan LongestUnsealed = TimeSpan.FromHours(2);

    /// <summary>How many seals were read.</summary>
    public int Seals { get; private set; }

    /// <summary>How many rows they cover.</summary>
    public int Rows { get; private set; }

    /// <summary>How many rows are still to be sealed.</summary>
    public int Waiting { get; private set; }

    /// <summary>The newest seal; null before the first.</summary>
    public LedgerSeal? Last { get; private set; }

    /// <param name="anchors">Digests that were written down elsewhere, by number of the seal; a beginning of at least eight characters is enough.</param>
    /// <param name="cancel">Stops.</param>
    public async IAsyncEnumerable<LedgerFault> RunAsync(IReadOnlyDictionary<int, string> anchors, [EnumeratorCancellation] CancellationToken cancel)
    {
        while (await NextAsync(Last?.Number ?? 0, cancel) is { } seal)
        {
            foreach (var fault in Link(seal, anchors).Concat(await RowsOfAsync(seal, cancel)))
            {
                yield return fault;
            }

            (Last, Seals) = (seal, Seals + 1);
        }

        foreach (var number in anchors.Keys.Where(number => number > (Last?.Number ?? 0)).Order())
        {
            yield return new LedgerFault.AnchorDiffers(number);
        }

        await foreach (var fault in UnsealedAsync(cancel))
        {
            yield return fault;
        }
    }

    private Task<LedgerSeal?> NextAsync(int number, CancellationToken cancel) =>
        db.LedgerSeals.AsNoTracking().Where(seal => seal.Number > number).OrderBy(seal => seal.Number).FirstOrDefaultAsync(cancel);

    private IEnumerable<LedgerFault> Link(LedgerSeal seal, IReadOnlyDictionary<int, string> anchors)
    {
        if (!string.Equals(seal.HashContent(), seal.Digest, StringComparison.Ordinal))
        {
            yield return new LedgerFault.SealAltered(seal.Number);
        }

        if (seal.Number != (Last?.Number ?? 0) + 1 || !string.Equals(seal.Previous, Last?.Digest ?? "", StringComparison.Ordinal))
        {
            yield return new LedgerFault.ChainBroken(seal.Number);
        }

        if (anchors.TryGetValue(seal.Number, out var digest) && !seal.Digest.StartsWith(digest, StringComparison.OrdinalIgnoreCase))
        {
            yield return new LedgerFault.AnchorDiffers(seal.Number);
        }
    }

    private async Task<List<LedgerFault>> RowsOfAsync(LedgerSeal seal, CancellationToken cancel)
    {
        var covered = db.SealedRows.Where(row => row.SealNumber == seal.Number);
        var rows = await covered.AsNoTracking().ToListAsync(cancel);
        var records = await db.TrainingRecords.AsNoTracking().Where(record => covered.Any(row => row.RowId == record.Id)).ToDictionaryAsync(record => record.Id, cancel);
        var names = await db.RecordNames.AsNoTracking().Where(name => covered.Any(row => row.RowId == name.RecordId)).ToDictionaryAsync(name => name.RecordId, cancel);
        var revocations = await db.Revocations.AsNoTracking().Where(revocation => covered.Any(row => row.RowId == revocation.Id)).ToDictionaryAsync(revocation => revocation.Id, cancel);
        Rows += rows.Count;
        List<LedgerFault> faults = [.. records.Values.SelectMany(record => FaultsOf(record, names.GetValueOrDefault(record.Id)))];
        faults.AddRange(rows.Where(row => !records.ContainsKey(row.RowId) && !revocations.ContainsKey(row.RowId)).Select(row => new LedgerFault.RowMissing(seal.Number, row.Kind, row.RowId)));
        var there = records.Values.Select(record => new LedgerRow(LedgerRowKind.Record, record.Id, record.HashContent()))
            .Concat(revocations.Values.Select(revocation => new LedgerRow(LedgerRowKind.Revocation, revocation.Id, revocation.HashContent())));
        if (!string.Equals(LedgerSeal.DigestOf(there), seal.RowsDigest, StringComparison.Ordinal))
        {
            faults.Add(new LedgerFault.RowsDiffer(seal.Number));
        }

        return faults;
    }

    private async IAsyncEnumerable<LedgerFault> UnsealedAsync([EnumeratorCancellation] CancellationToken cancel)
    {
        var (before, late) = (clock.Now - LongestUnsealed, 0);
        await foreach (var record in db.TrainingRecords.AsNoTracking().Where(record => !db.SealedRows.Any(row => row.RowId == record.Id)).AsAsyncEnumerable().WithCancellation(cancel))
        {
            Waiting++;
            late += record.RecordedAt < before ? 1 : 0;
            if (!string.Equals(record.HashContent(), record.ContentHash, StringComparison.Ordinal))
            {
                yield return new LedgerFault.RecordAltered(record.Id);
            }
        }

        var revocations = db.Revocations.Where(revocation => !db.SealedRows.Any(row => row.RowId == revocation.Id));
        Waiting += await revocations.CountAsync(cancel);
        late += await revocations.CountAsync(revocation => revocation.RecordedAt < before, cancel);
        if (late > 0)
        {
            yield return new LedgerFault.NotSealed(late);
        }
    }

    private static IEnumerable<LedgerFault> FaultsOf(TrainingRecord record, RecordNames? names)
    {
        if (!string.Equals(record.HashContent(), record.ContentHash, StringComparison.Ordinal))
        {
            yield return new LedgerFault.RecordAltered(record.Id);
        }

        if (names is null || (!names.IsAnonymized && !string.Equals(names.Digest(), record.NamesDigest, StringComparison.Ordinal)))
        {
            yield return new LedgerFault.NamesDiffer(record.Id);
        }
    }
}
