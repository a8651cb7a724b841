using TrainingHub.Courseware.Media;
using TrainingHub.Hosting;
using TrainingHub.Storage;

namespace TrainingHub.Reports;

/// <summary>A scanned paper: a PDF, or a picture of which only what is shown is kept. Known by its content, never by its name.</summary>
/// <param name="Name">As it was handed in, its end if it is very long.</param>
/// <param name="ContentType">By which it is handed out.</param>
/// <param name="Bytes">What is kept.</param>
public sealed record ScanFile(string Name, string ContentType, byte[] Bytes)
{
    public const int LongestName = 120;

    /// <summary>Whole bytes of a PDF.</summary>
    public const int Largest = 20 * 1024 * 1024;

    /// <summary>Of a request that brings one.</summary>
    public const int LargestUpload = Largest + 1024 * 1024;

    public string Hash => CourseFileContent.HashOf(Bytes);

    /// <summary>Null when it is neither.</summary>
    public static async Task<ScanFile?> ReadAsync(IFormFile? file, CancellationToken cancel)
    {
        if (file is null or { Length: 0 or > Largest })
        {
            return null;
        }

        var name = Path.GetFileName(file.FileName);
        name = name.Length > LongestName ? name[^LongestName..] : name;
        var bytes = await file.BytesAsync(cancel);
        if (bytes.AsSpan().StartsWith("%PDF-"u8))
        {
            return new ScanFile(name, "application/pdf", bytes);
        }

        return MediaCleaner.Clean(bytes) is { Kind: MediaKind.Jpeg or MediaKind.Png } clean && clean.Bytes.Length <= MediaKinds.LargestPicture
            ? new ScanFile(name, MediaKinds.ContentType(clean.Kind), clean.Bytes)
            : null;
    }
}
