using Microsoft.EntityFrameworkCore;
using TrainingHub.Storage;

namespace TrainingHub.Courses.Drafts;

/// <summary>The files of drafts and of published versions, by path.</summary>
public sealed class DraftFiles(Db db)
{
    public async Task<SortedDictionary<string, byte[]>> OfDraftAsync(Guid draftId, CancellationToken cancel) =>
        Sorted(await db.CourseDraftFiles.AsNoTracking().Where(file => file.DraftId == draftId).ToDictionaryAsync(file => file.Path, file => file.Bytes, StringComparer.Ordinal, cancel));

    /// <summary>Empty for versions that were published without files.</summary>
    public async Task<SortedDictionary<string, byte[]>> OfVersionAsync(string courseHash, CancellationToken cancel) => Sorted(await (
        from file in db.CourseFiles.AsNoTracking()
        where file.CourseHash == courseHash
        join content in db.CourseFileContents on file.ContentHash equals content.Hash
        select new { file.Path, content.Bytes }).ToDictionaryAsync(file => file.Path, file => file.Bytes, StringComparer.Ordinal, cancel));

    public async Task<byte[]?> FindAsync(Guid draftId, string path, CancellationToken cancel) =>
        await db.CourseDraftFiles.AsNoTracking().Where(file => file.DraftId == draftId && file.Path == path).Select(file => file.Bytes).SingleOrDefaultAsync(cancel);

    private static SortedDictionary<string, byte[]> Sorted(Dictionary<string, byte[]> files) => new(files, StringComparer.Ordinal);
}
