using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using TrainingHub.Questions;
using TrainingHub.Standards;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Courses;

/// <summary>Publishes a course version. Publishing the same content again changes nothing.</summary>
public sealed class PublishCourse(Db db, Transactions transactions, StandardShelf standards, CourseShelf shelf, KeepEditions keep, KeepQuestions questions, SearchIndex index, DayClock clock)
{
    /// <summary>Publishes a course that was made without files.</summary>
    public Task<bool> RunAsync(CourseContent course, IReadOnlyList<StandardEdition> editions, CancellationToken cancel) =>
        RunAsync(course, editions, CourseSource.None, cancel);

    /// <summary>Whether anything was new.</summary>
    public async Task<bool> RunAsync(CourseContent course, IReadOnlyList<StandardEdition> editions, CourseSource source, CancellationToken cancel)
    {
        var isNew = await transactions.RunAsync(async cancel =>
        {
            await keep.RunAsync(editions, source.OwnerId, cancel);
            await IndexAsync(course, cancel);
            await KeepFilesAsync(course.Hash, source.Files, cancel);
            if (await db.PublishedCourses.AnyAsync(c => c.Hash == course.Hash, cancel))
            {
                // Versions published before files were kept get them here.
                await db.SaveChangesAsync(cancel);
                return false;
            }

            await questions.RunAsync(course.Questions, cancel);
            db.PublishedLessons.AddRange(course.Lessons.Select(lesson => new PublishedLesson { CourseHash = course.Hash, Slug = lesson.Slug, Html = lesson.Html }));
            db.PublishedCourses.Add(new PublishedCourse
            {
                Hash = course.Hash,
                Slug = course.Slug,
                PublishedAt = clock.Now,
                Manifest = JsonSerializer.Serialize(ManifestOf(course)),
                OwnerId = source.OwnerId,
                PublishedBy = source.PublishedBy,
            });
            await db.SaveChangesAsync(cancel);
            return true;
        }, cancel);
        // Once more: somebody may have read the editions before this was committed.
        standards.Forget();
        shelf.Forget();
        return isNew;
    }

    /// <summary>Makes the version that is learnt from now on the one that is found. A course whose words are there already, unchanged, is left alone.</summary>
    private async Task IndexAsync(CourseContent course, CancellationToken cancel)
    {
        var isKnown = await db.PublishedCourses.AnyAsync(c => c.Hash == course.Hash, cancel);
        if (isKnown && await db.SearchEntries.AnyAsync(entry => entry.Kind == SearchKind.Lesson && entry.Group == course.Slug, cancel))
        {
            return;
        }

        await index.ReplaceAsync(SearchKind.Lesson, course.Slug, CourseEntries.LessonsOf(course), cancel);
        await index.ReplaceAsync(SearchKind.Question, course.Slug, CourseEntries.QuestionsOf(course), cancel);
    }

    private async Task KeepFilesAsync(string courseHash, IReadOnlyDictionary<string, byte[]> files, CancellationToken cancel)
    {
        if (files.Count is 0 || await db.CourseFiles.AnyAsync(file => file.CourseHash == courseHash, cancel))
        {
            return;
        }

        var contents = files.Values.Select(bytes => (Hash: CourseFileContent.HashOf(bytes), Bytes: bytes)).DistinctBy(content => content.Hash, StringComparer.Ordinal).ToList();
        var hashes = contents.Select(content => content.Hash).ToList();
        var known = await db.CourseFileContents.Where(content => hashes.Contains(content.Hash)).Select(content => content.Hash).ToHashSetAsync(StringComparer.Ordinal, cancel);
        db.CourseFileContents.AddRange(contents.Where(content => !known.Contains(content.Hash)).Select(content => new CourseFileContent { Hash = content.Hash, Bytes = content.Bytes }));
        db.CourseFiles.AddRange(files.Select(file => new CourseFile { CourseHash = courseHash, Path = file.Key, ContentHash = CourseFileContent.HashOf(file.Value) }));
    }

    private static CourseManifest ManifestOf(CourseContent course) => new()
    {
        Title = course.Title,
        TitleEn = course.TitleEn,
        Summary = course.Summary,
        SummaryEn = course.SummaryEn,
        Audience = course.Audience,
        CreditMinutes = course.CreditMinutes,
        QuizSlug = course.QuizSlug,
        Lessons = [.. course.Lessons.Select(l => new CourseManifest.LessonEntry(l.Slug, l.Number, l.Title, l.Minutes, l.Checks) { Clauses = l.Clauses, Hash = l.Hash, BodyHash = l.BodyHash })],
        Questions = [.. course.Questions.Select(q => new CourseManifest.QuestionEntry(q.Prompt.Id, q.Hash, q.Use, q.Difficulty) { Tags = q.Tags })],
        Quizzes = course.Quizzes,
    };
}
