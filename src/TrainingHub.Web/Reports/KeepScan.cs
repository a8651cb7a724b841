using Microsoft.EntityFrameworkCore;
using TrainingHub.Storage;

namespace TrainingHub.Reports;

/// <summary>Keeps the content of a scan, each content once. Runs in the transaction of whatever names it.</summary>
public sealed class KeepScan(Db db)
{
    /// <summary>The hash by which it is found again.</summary>
    public async Task<string> RunAsync(ScanFile scan, CancellationToken cancel)
    {
        var hash = scan.Hash;
        if (!await db.CourseFileContents.AnyAsync(content => content.Hash == hash, cancel))
        {
            db.Add(new CourseFileContent { Hash = hash, Bytes = scan.Bytes });
        }

        return hash;
    }

    public Task<byte[]?> FindAsync(string hash, CancellationToken cancel) =>
        db.CourseFileContents.AsNoTracking().Where(content => content.Hash == hash).Select(content => (byte[]?)content.Bytes).SingleOrDefaultAsync(cancel);
}
