using System.Globalization;
using Microsoft.EntityFrameworkCore;
using TrainingHub.Courseware.Files;
using TrainingHub.Courseware.Media;
using TrainingHub.Documents;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Courses;

/// <summary>What the handbook of a course says: its lessons as they are learnt now, without the questions.</summary>
public sealed class HandbookQuery(Db db, LessonTexts lessons, DayClock clock)
{
    // Of a course that is all pictures the rest is named in words: a book is made in memory.
    private const int MostPictureBytes = 24 * 1024 * 1024;

    /// <param name="course">The course.</param>
    /// <param name="site">Where the application is, without a slash at the end.</param>
    /// <param name="cancel">Ends the reading.</param>
    public async Task<HandbookSheet> RunAsync(ShelfCourse course, string site, CancellationToken cancel)
    {
        var texts = await lessons.ReadAllAsync(course, cancel);
        var publishedAt = await db.PublishedCourses.Where(c => c.Hash == course.Hash).Select(c => c.PublishedAt).SingleAsync(cancel);
        var day = clock.DayOf(publishedAt);
        var text = new HandbookText(await PicturesAsync(course, cancel), site);
        var manifest = course.Manifest;
        var audience = string.Join("、", CoursesQuery.AudienceOf(manifest).Select(position => position.Name));
        return new HandbookSheet
        {
            Kicker = "安全知识手册",
            Title = manifest.Title,
            Summary = manifest.Summary,
            Facts =
            [
                .. audience.Length > 0 ? (string[])[$"适用岗位：{audience}"] : [],
                $"课程版本：{day.ToString("yyyy'年'M'月'd'日'", CultureInfo.InvariantCulture)}发布（{course.Hash[..8]}）",
                "条文是大意，以公布的文本为准。检查题和考试在课程里完成。",
            ],
            Chapters = [.. manifest.Lessons.Select((lesson, index) => new HandbookChapter(
                string.Create(CultureInfo.InvariantCulture, $"第{index + 1}课　{lesson.Title}"), text.Of(texts.GetValueOrDefault(lesson.Slug, ""))))],
            Published = day,
        };
    }

    /// <summary>By the address at which a lesson shows them.</summary>
    private async Task<IReadOnlyDictionary<string, Picture>> PicturesAsync(ShelfCourse course, CancellationToken cancel)
    {
        var folder = $"{course.Slug}/{CoursePaths.Pictures}/";
        var files = (await db.CourseFiles.AsNoTracking().Where(file => file.CourseHash == course.Hash && file.Path.StartsWith(folder))
            .OrderBy(file => file.Path).Select(file => new { file.Path, file.ContentHash }).ToListAsync(cancel))
            .FindAll(file => MediaKinds.Of(file.Path) is MediaKind.Jpeg or MediaKind.Png);
        var pictures = new Dictionary<string, Picture>(StringComparer.Ordinal);
        var bytes = 0;
        foreach (var file in files)
        {
            var content = await db.CourseFileContents.AsNoTracking().Where(one => one.Hash == file.ContentHash).Select(one => one.Bytes).SingleAsync(cancel);
            // What is taken apart to be printed may be longer than its file.
            if (bytes + content.Length <= MostPictureBytes && Picture.Read(content) is { } picture && bytes + picture.Length <= MostPictureBytes)
            {
                bytes += picture.Length;
                pictures[$"/courses/{course.Slug}/files/{file.ContentHash}/{Uri.EscapeDataString(file.Path[folder.Length..])}"] = picture;
            }
        }

        return pictures;
    }
}
