using System.Globalization;
using Microsoft.EntityFrameworkCore;
using TrainingHub.Documents;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Courses;

/// <summary>What the handbook of a course says: its lessons as they are learnt now, without the questions.</summary>
public sealed class HandbookQuery(Db db, LessonTexts lessons, DayClock clock)
{
    public async Task<HandbookSheet> RunAsync(ShelfCourse course, CancellationToken cancel)
    {
        var texts = await lessons.ReadAllAsync(course, cancel);
        var publishedAt = await db.PublishedCourses.Where(c => c.Hash == course.Hash).Select(c => c.PublishedAt).SingleAsync(cancel);
        var day = clock.DayOf(publishedAt);
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
                string.Create(CultureInfo.InvariantCulture, $"第{index + 1}课　{lesson.Title}"), HandbookText.Of(texts.GetValueOrDefault(lesson.Slug, ""))))],
            Published = day,
        };
    }
}
