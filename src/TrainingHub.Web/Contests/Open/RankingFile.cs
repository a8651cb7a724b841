using System.IO.Compression;
using System.Text.Json;
using TrainingHub.Storage;

namespace TrainingHub.Contests.Open;

/// <summary>How a final ranking is stored, with what it was made from: ids and numbers, no names.</summary>
internal static class RankingFile
{
    public static FrozenRanking Of(Guid contestId, MadeRanking made, DateTime at, Guid by)
    {
        var text = JsonSerializer.SerializeToUtf8Bytes(new Kept(made.Ranking.People, made.Ranking.Groups, made.Log));
        using var memory = new MemoryStream();
        using (var zip = new GZipStream(memory, CompressionLevel.Optimal, leaveOpen: true))
        {
            zip.Write(text);
        }

        return new FrozenRanking { ContestId = contestId, At = at, By = by, Hash = CourseFileContent.HashOf(text), Content = memory.ToArray() };
    }

    /// <returns>The log is null of a ranking that was frozen without.</returns>
    /// <exception cref="InvalidDataException">What is stored is not what was frozen.</exception>
    public static (OpenRanking Ranking, OpenLog? Log) Read(FrozenRanking frozen)
    {
        using var zip = new GZipStream(new MemoryStream(frozen.Content), CompressionMode.Decompress);
        using var memory = new MemoryStream();
        zip.CopyTo(memory);
        var text = memory.ToArray();
        return string.Equals(CourseFileContent.HashOf(text), frozen.Hash, StringComparison.Ordinal) && JsonSerializer.Deserialize<Kept>(text) is { } kept
            ? (new OpenRanking(kept.People, kept.Groups), kept.Log)
            : throw new InvalidDataException($"The final ranking of contest {frozen.ContestId} is not the one that was frozen.");
    }

    /// <param name="People">As in <see cref="OpenRanking"/>.</param>
    /// <param name="Groups">As in <see cref="OpenRanking"/>.</param>
    /// <param name="Log">What it was made from.</param>
    private sealed record Kept(IReadOnlyList<PersonRank> People, IReadOnlyList<SchoolGroup> Groups, OpenLog? Log = null);
}
