using Microsoft.EntityFrameworkCore;
using TrainingHub.Courseware.Media;
using TrainingHub.Storage;

namespace TrainingHub.Records;

/// <summary>Keeps a file that proves training: a PDF, or a picture of which only what is shown is kept. What it is is judged by its content.</summary>
public sealed class KeepProof(Db db)
{
    /// <summary>Whole bytes of a proof.</summary>
    public const int MostBytes = 20 * 1024 * 1024;

    private const int LongestName = 100;

    /// <summary>The proof, not yet kept; null when it is neither PDF nor JPEG nor PNG, or too large.</summary>
    public static KeptProof? Read(string fileName, byte[] bytes)
    {
        var name = Path.GetFileName(fileName) is { Length: > LongestName } longer ? longer[^LongestName..] : Path.GetFileName(fileName);
        if (bytes.AsSpan().StartsWith("%PDF-"u8))
        {
            return bytes.Length <= MostBytes ? new KeptProof(CourseFileContent.HashOf(bytes), name, "application/pdf", bytes) : null;
        }

        return bytes.Length <= MediaKinds.LargestPicture && MediaCleaner.Clean(bytes) is { Kind: MediaKind.Jpeg or MediaKind.Png } clean
            ? new KeptProof(CourseFileContent.HashOf(clean.Bytes), name, MediaKinds.ContentType(clean.Kind), clean.Bytes)
            : null;
    }

    /// <summary>Keeps it, once for the same content. Saved by the caller, in its transaction.</summary>
    public async Task AddAsync(KeptProof proof, CancellationToken cancel)
    {
        if (!await db.CourseFileContents.AnyAsync(content => content.Hash == proof.Hash, cancel))
        {
            db.Add(new CourseFileContent { Hash = proof.Hash, Bytes = proof.Bytes });
        }
    }

    /// <summary>The content of a proof; null when there is none.</summary>
    public Task<byte[]?> FindAsync(string hash, CancellationToken cancel) =>
        db.CourseFileContents.AsNoTracking().Where(content => content.Hash == hash).Select(content => content.Bytes).SingleOrDefaultAsync(cancel);
}
