using System.IO.Compression;
using TrainingHub.Questions;

namespace TrainingHub.Courseware.Exchange;

/// <summary>What the packages that go out are made of: the same content gives the same bytes.</summary>
internal static class ZipParts
{
    public static string PathOf(QuestionPicture picture) => $"pictures/{NameOf(picture)}";

    /// <summary>A name by the content, which tells nothing of the answer.</summary>
    public static string NameOf(QuestionPicture picture) => picture.File + (picture.Type is "image/png" ? ".png" : ".jpg");

    public static void Add(ZipArchive zip, string path, byte[] bytes)
    {
        var entry = zip.CreateEntry(path, CompressionLevel.Fastest);
        entry.LastWriteTime = new DateTimeOffset(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);
        using var stream = entry.Open();
        stream.Write(bytes);
    }

    /// <summary>Each picture once, one in memory at a time.</summary>
    public static async Task AddPicturesAsync(ZipArchive zip, IReadOnlyList<ForeignQuestion> questions, Func<string, CancellationToken, Task<byte[]?>> bytesOf, CancellationToken cancel)
    {
        foreach (var picture in questions.SelectMany(question => question.AllPictures).DistinctBy(picture => picture.File, StringComparer.Ordinal))
        {
            if (await bytesOf(picture.File, cancel) is { } bytes)
            {
                Add(zip, PathOf(picture), bytes);
            }
        }
    }
}
