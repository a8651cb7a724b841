using Microsoft.EntityFrameworkCore;
using TrainingHub.Courseware.Files;
using TrainingHub.Courseware.Media;
using TrainingHub.Storage;

namespace TrainingHub.Courses.Drafts;

/// <summary>Pictures, videos and captions of published versions; nothing else of their files.</summary>
public sealed class CourseMediaQuery(Db db)
{
    /// <summary>Bytes; null when no version of this course has such a file.</summary>
    public async Task<byte[]?> FindAsync(string slug, string hash, string name, CancellationToken cancel)
    {
        var path = $"{slug}/{CoursePaths.Pictures}/{name}";
        return MediaKinds.Of(name) is MediaKind.None ? null : await (
            from file in db.CourseFiles.AsNoTracking()
            where file.ContentHash == hash && file.Path == path
            join course in db.PublishedCourses on file.CourseHash equals course.Hash
            where course.Slug == slug
            join content in db.CourseFileContents on file.ContentHash equals content.Hash
            select content.Bytes).FirstOrDefaultAsync(cancel);
    }
}
