using System.IO.Compression;
using System.Text.Json;
using TrainingHub.Storage;

namespace TrainingHub.Contests.Open;

/// <summary>How a final ranking is stored: ids and numbers, no names.</summary>
internal static class RankingFile
{
    public static FrozenRanking Of(Guid contestId, OpenRanking ranking, DateTime at, Guid by)
    {
        var text = JsonSerializer.SerializeToUtf8Bytes(ranking);
        using var memory = new MemoryStream();
        using (var zip = new GZipStream(memory, CompressionLevel.Optimal, leaveOpen: true))
        {
            zip.Write(text);
        }

        return new FrozenRanking { ContestId = contestId, At = at, By = by, Hash = CourseFileContent.HashOf(text), Content = memory.ToArray() };
    }

    /// <exception cref="InvalidDataException">What is stored is not what was frozen.</exception>
    public static OpenRanking Read(FrozenRanking frozen)
    {
        using var zip = new GZipStream(new MemoryStream(frozen.Content), CompressionMode.Decompress);
        using var memory = new MemoryStream();
        zip.CopyTo(memory);
        var text = memory.ToArray();
        return string.Equals(CourseFileContent.HashOf(text), frozen.Hash, StringComparison.Ordinal) && JsonSerializer.Deserialize<OpenRanking>(text) is { } ranking
            ? ranking
            : throw new InvalidDataException($"The final ranking of contest {frozen.ContestId} is not the one that was frozen.");
    }
}
