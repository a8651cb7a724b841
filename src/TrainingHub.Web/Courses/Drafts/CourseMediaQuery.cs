using Microsoft.EntityFrameworkCore;
using TrainingHub.Courseware.Files;
using TrainingHub.Courseware.Media;
using TrainingHub.Storage;

namespace TrainingHub.Courses.Drafts;

/// <summary>Pictures, videos and captions of published versions and of drafts; nothing else of their files.</summary>
public sealed class CourseMediaQuery(Db db, MediaFiles files, DraftFiles drafts)
{
    /// <summary>Null when no version of this course has such a file.</summary>
    public async Task<MediaCopy?> FindAsync(string slug, string hash, string name, CancellationToken cancel)
    {
        if (MediaKinds.Of(name) is MediaKind.None)
        {
            return null;
        }

        var path = $"{slug}/{CoursePaths.Pictures}/{name}";
        var length = await (
            from file in db.CourseFiles.AsNoTracking()
            where file.ContentHash == hash && file.Path == path
            join course in db.PublishedCourses on file.CourseHash equals course.Hash
            where course.Slug == slug
            join content in db.CourseFileContents on file.ContentHash equals content.Hash
            select (int?)content.Bytes.Length).FirstOrDefaultAsync(cancel);
        return length is not { } known ? null : new MediaCopy(
            files.Find(hash, known)
                ?? await files.PutAsync(hash, await db.CourseFileContents.Where(content => content.Hash == hash).Select(content => content.Bytes).SingleAsync(cancel), cancel),
            hash,
            MediaKinds.Of(name));
    }

    /// <summary>Null when the draft has no such file, or one that is not safe to show.</summary>
    /// <param name="draftId">Within reach of whoever asks.</param>
    /// <param name="path">From the folder of all courses.</param>
    /// <param name="cancel">Stops the reading.</param>
    public async Task<MediaCopy?> OfDraftAsync(Guid draftId, string path, CancellationToken cancel)
    {
        if (MediaKinds.Of(path) is MediaKind.None
            || await drafts.HeadAsync(draftId, path, cancel) is not { } head
            || await drafts.LookAtAsync(draftId, head, cancel) is not { Kind: not MediaKind.None and var kind })
        {
            return null;
        }

        if (files.Find(head.Hash, head.Length) is { } copy)
        {
            return new MediaCopy(copy, head.Hash, kind);
        }

        // Replaced in between: the next look finds the new one.
        return await drafts.FindAsync(draftId, path, cancel) is { } bytes && string.Equals(CourseFileContent.HashOf(bytes), head.Hash, StringComparison.Ordinal)
            ? new MediaCopy(await files.PutAsync(head.Hash, bytes, cancel), head.Hash, kind)
            : null;
    }
}
