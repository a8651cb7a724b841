using Microsoft.EntityFrameworkCore;
using TrainingHub.Courseware.Media;
using TrainingHub.Storage;

namespace TrainingHub.Courses.Drafts;

/// <summary>The files of drafts and of published versions, by path.</summary>
public sealed class DraftFiles(Db db, MediaFindings findings)
{
    /// <summary>A draft for reading and checking: of pictures and videos only those are read that nobody looked at before, one at a time.</summary>
    public async Task<DraftContent> ReadAsync(Guid draftId, CancellationToken cancel)
    {
        var files = db.CourseDraftFiles.AsNoTracking().Where(file => file.DraftId == draftId);
        var heads = await files.Select(file => new DraftFileHead(file.Path, file.Hash, file.Bytes.Length)).ToListAsync(cancel);
        heads.Sort((one, other) => string.CompareOrdinal(one.Path, other.Path));
        var written = heads.FindAll(head => !DraftContent.IsMedia(head.Path)).ConvertAll(head => head.Path);
        var words = await files.Where(file => written.Contains(file.Path)).ToDictionaryAsync(file => file.Path, file => file.Bytes, StringComparer.Ordinal, cancel);
        var media = new Dictionary<string, MediaFinding>(StringComparer.Ordinal);
        foreach (var head in heads.Where(head => DraftContent.IsMedia(head.Path) && head.Length <= MediaKinds.LargestOf(MediaKinds.Of(head.Path))))
        {
            media[head.Hash] = await LookAtAsync(draftId, head, cancel);
        }

        return new DraftContent([.. heads.Where(head => DraftContent.IsMedia(head.Path) || words.ContainsKey(head.Path))], words, media);
    }

    /// <summary>A file without its bytes; null when the draft has none of that path.</summary>
    public Task<DraftFileHead?> HeadAsync(Guid draftId, string path, CancellationToken cancel) => db.CourseDraftFiles.AsNoTracking()
        .Where(file => file.DraftId == draftId && file.Path == path).Select(file => new DraftFileHead(file.Path, file.Hash, file.Bytes.Length)).SingleOrDefaultAsync(cancel);

    /// <summary>What is in a picture, a video or captions.</summary>
    public Task<MediaFinding> LookAtAsync(Guid draftId, DraftFileHead head, CancellationToken cancel) =>
        findings.LookAtAsync(head.Hash, async () => await FindAsync(draftId, head.Path, cancel) ?? []);

    /// <summary>All bytes of a draft, for what is made of the whole.</summary>
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
