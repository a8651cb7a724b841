using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using TrainingHub.Questions;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Courses;

/// <summary>
/// The courses that are learnt now, read once into memory. Versions are immutable, so only the list of newest versions can age: it is read
/// again after ten seconds, which is how other processes learn of a publication.
/// </summary>
public sealed class CourseShelf(IServiceScopeFactory scopes, QuestionShelf questions, DayClock clock)
{
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(10);
    private readonly ConcurrentDictionary<string, ShelfCourse> _versions = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, IReadOnlyDictionary<string, CourseManifest.LessonEntry>> _lessons = new(StringComparer.Ordinal);
    private Current? _current;
    private int _publications;

    /// <summary>The newest version of every course, by slug.</summary>
    public async ValueTask<IReadOnlyList<ShelfCourse>> CoursesAsync(CancellationToken cancel) => (await CurrentAsync(cancel)).Courses;

    public async ValueTask<ShelfCourse?> FindAsync(string slug, CancellationToken cancel) =>
        (await CurrentAsync(cancel)).Courses.FirstOrDefault(course => string.Equals(course.Slug, slug, StringComparison.Ordinal));

    public async ValueTask<ShelfQuiz?> FindQuizAsync(string quizSlug, CancellationToken cancel)
    {
        foreach (var course in (await CurrentAsync(cancel)).Courses)
        {
            if (course.FindQuiz(quizSlug) is { } quiz)
            {
                return new ShelfQuiz(quiz, course);
            }
        }

        return null;
    }

    /// <summary>The lessons of a version, by slug; empty for a version that was never published.</summary>
    public async ValueTask<IReadOnlyDictionary<string, CourseManifest.LessonEntry>> LessonsAsync(string courseHash, CancellationToken cancel)
    {
        if (_lessons.TryGetValue(courseHash, out var known))
        {
            return known;
        }

        await using var scope = scopes.CreateAsyncScope();
        var json = await scope.ServiceProvider.GetRequiredService<Db>().PublishedCourses.AsNoTracking()
            .Where(course => course.Hash == courseHash).Select(course => course.Manifest).SingleOrDefaultAsync(cancel);
        IReadOnlyList<CourseManifest.LessonEntry> lessons = json is null ? [] : JsonSerializer.Deserialize<CourseManifest>(json)!.Lessons;
        return _lessons[courseHash] = lessons.ToDictionary(lesson => lesson.Slug, StringComparer.Ordinal);
    }

    /// <summary>Called when something was published.</summary>
    public void Forget() => Interlocked.Increment(ref _publications);

    private async ValueTask<Current> CurrentAsync(CancellationToken cancel)
    {
        // Taken before reading: a list read while something was published is known to be old.
        var (publications, now) = (Volatile.Read(ref _publications), clock.Now);
        if (_current is { } current && current.Publications == publications && now - current.ReadAt is var age && age >= TimeSpan.Zero && age < Fresh)
        {
            return current;
        }

        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<Db>();
        var newest = await db.PublishedCourses.AsNoTracking()
            .Where(course => !db.PublishedCourses.Any(later => later.Slug == course.Slug && later.PublishedAt > course.PublishedAt))
            .OrderBy(course => course.Slug).Select(course => course.Hash).ToListAsync(cancel);
        var courses = new List<ShelfCourse>();
        foreach (var hash in newest)
        {
            courses.Add(_versions.TryGetValue(hash, out var known) ? known : _versions[hash] = await ReadAsync(db, hash, cancel));
        }

        return _current = new Current(now, publications, courses);
    }

    private async Task<ShelfCourse> ReadAsync(Db db, string hash, CancellationToken cancel)
    {
        var row = await db.PublishedCourses.AsNoTracking().SingleAsync(course => course.Hash == hash, cancel);
        var manifest = JsonSerializer.Deserialize<CourseManifest>(row.Manifest)!;
        var uses = manifest.Questions.ToDictionary(entry => entry.Hash, StringComparer.Ordinal);
        var bank = (await questions.QuestionsAsync(uses.Keys, cancel)).Values
            .Select(question => new QuestionVersion(question.Prompt, question.Key, uses[question.Hash].Use, uses[question.Hash].Difficulty) { Tags = uses[question.Hash].Tags });
        return new ShelfCourse(row.Slug, row.Hash, manifest, [.. bank]) { OwnerId = row.OwnerId };
    }

    private sealed record Current(DateTime ReadAt, int Publications, IReadOnlyList<ShelfCourse> Courses);
}
