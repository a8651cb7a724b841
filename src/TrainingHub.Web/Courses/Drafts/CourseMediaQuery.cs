using Microsoft.EntityFrameworkCore;
using TrainingHub.Courseware.Files;
using TrainingHub.Courseware.Media;
using TrainingHub.Storage;

namespace TrainingHub.Courses.Drafts;

/// <summary>Pictures, videos and captions of published versions; nothing else of their files.</summary>
public sealed class CourseMediaQuery(Db db, MediaFiles files)
{
    /// <summary>Full path of a file on disk; null when no version of this course has such a file.</summary>
    public async Task<string?> FindAsync(string slug, string hash, string name, CancellationToken cancel)
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
        return length is not { } known ? null
            : files.Find(hash, known)
            ?? await files.PutAsync(hash, await db.CourseFileContents.Where(content => content.Hash == hash).Select(content => content.Bytes).SingleAsync(cancel), cancel);
    }
}
