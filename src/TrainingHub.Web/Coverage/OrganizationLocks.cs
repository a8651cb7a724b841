using System.Buffers.Binary;
using Microsoft.EntityFrameworkCore;
using TrainingHub.Storage;

namespace TrainingHub.Coverage;

/// <summary>
/// Locks organizations, and people who may not hold a post yet, until the transaction ends: all in one round trip, in ascending order,
/// so that two actions never wait for each other. On SQLite the write gate already lets only one in.
/// </summary>
public sealed class OrganizationLocks(Db db)
{
    public async Task TakeAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancel)
    {
        if (db.IsPostgres && ids.Count > 0)
        {
            // unnest keeps the order of the array.
            long[] keys = [.. ids.Select(Key).Distinct().Order()];
            await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(key) FROM unnest({keys}) AS key", cancel);
        }
    }

    private static long Key(Guid id)
    {
        Span<byte> bytes = stackalloc byte[16];
        id.TryWriteBytes(bytes);
        return BinaryPrimitives.ReadInt64LittleEndian(bytes) ^ BinaryPrimitives.ReadInt64LittleEndian(bytes[8..]);
    }
}
