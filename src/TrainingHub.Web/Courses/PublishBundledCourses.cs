using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using TrainingHub.Courseware;
using TrainingHub.Courseware.Files;
using TrainingHub.Standards;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Courses;

/// <summary>Publishes the courses that travel with the application, and before them the standards beside them. A folder with errors is named in the log and left out; the version published before stays up.</summary>
public sealed partial class PublishBundledCourses(
    Db db, Transactions transactions, PublishCourse publish, KeepEditions keep, DayClock clock, ILogger<PublishBundledCourses> logger)
{
    private const string Name = "courses";

    public async Task RunAsync(string folder, CancellationToken cancel)
    {
        if (!Directory.Exists(folder))
        {
            LogMissing(logger, folder);
            return;
        }

        var stamp = StampOf(folder);
        if (await db.BundledFolders.AnyAsync(f => f.Name == Name && f.Stamp == stamp, cancel))
        {
            return;
        }

        // A folder with errors keeps no stamp: its problems are named at every start.
        if (await PublishAllAsync(folder, cancel))
        {
            await KeepAsync(stamp, cancel);
        }
    }

    /// <summary>Whether every course could be published.</summary>
    private async Task<bool> PublishAllAsync(string folder, CancellationToken cancel)
    {
        var courses = Directory.EnumerateDirectories(folder).Where(path => !Path.GetFileName(path).StartsWith('_')).Order(StringComparer.Ordinal)
            .Select(path => new CourseFolder(path)).Select(files => (Files: files, Inspection: CourseReader.Inspect(files.Slug, files, new CourseSetting { Day = clock.Today }, cancel))).ToList();
        // Editions stand for themselves: a course that still quotes a clause which is gone must not keep the new edition from taking effect.
        await keep.RunAsync([.. courses.SelectMany(course => course.Inspection.SoundStandards).DistinctBy(edition => edition.Name)], cancel);
        var isSound = true;
        foreach (var (files, inspection) in courses)
        {
            isSound &= await PublishAsync(files, inspection, cancel);
        }

        return isSound;
    }

    /// <summary>Whether it could be read without errors.</summary>
    private async Task<bool> PublishAsync(CourseFolder files, CourseInspection inspection, CancellationToken cancel)
    {
        foreach (var problem in inspection.Outcome is CourseOutcome.Refused refused ? refused.Problems : [])
        {
            LogProblem(logger, problem.ToString());
        }

        if (inspection.Outcome is not CourseOutcome.Read read)
        {
            return false;
        }

        var newest = await db.PublishedCourses.AsNoTracking().Where(course => course.Slug == files.Slug)
            .OrderByDescending(course => course.PublishedAt).Select(course => new { course.OwnerId }).FirstOrDefaultAsync(cancel);
        if (newest?.OwnerId is not null && !await db.PublishedCourses.AnyAsync(course => course.Hash == read.Content.Hash, cancel))
        {
            // The bureau has gone on from ours with a version of its own; an update of the application does not take that away.
            LogKept(logger, files.Slug);
            return true;
        }

        var kept = files.Paths.Where(path => path.StartsWith($"{files.Slug}/", StringComparison.Ordinal)).Concat(inspection.SharedFiles);
        if (await publish.RunAsync(read.Content, read.Standards, new CourseSource(kept.ToDictionary(path => path, files.Read, StringComparer.Ordinal)), cancel))
        {
            LogPublished(logger, read.Content.Slug, read.Content.Hash);
        }

        return true;
    }

    private Task KeepAsync(string stamp, CancellationToken cancel) => transactions.RunAsync(async cancel =>
    {
        if (await db.BundledFolders.FindAsync([Name], cancel) is { } kept)
        {
            kept.Stamp = stamp;
        }
        else
        {
            db.BundledFolders.Add(new BundledFolder { Name = Name, Stamp = stamp });
        }

        await db.SaveChangesAsync(cancel);
    }, cancel);

    /// <summary>A later build may read the same files differently, so it is part of the stamp.</summary>
    private static string StampOf(string folder)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(typeof(CourseReader).Module.ModuleVersionId.ToByteArray());
        hash.AppendData(typeof(PublishBundledCourses).Module.ModuleVersionId.ToByteArray());
        foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            var bytes = File.ReadAllBytes(file);
            hash.AppendData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{Path.GetRelativePath(folder, file)}\n{bytes.Length}\n")));
            hash.AppendData(bytes);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    [LoggerMessage(300, LogLevel.Warning, "No courses: the folder {Folder} does not exist")]
    private static partial void LogMissing(ILogger logger, string folder);

    [LoggerMessage(301, LogLevel.Information, "Published course {Slug} {Hash}")]
    private static partial void LogPublished(ILogger logger, string slug, string hash);

    [LoggerMessage(303, LogLevel.Warning, "Course {Slug} not published: a unit has published a version of its own")]
    private static partial void LogKept(ILogger logger, string slug);

    [LoggerMessage(302, LogLevel.Error, "Course not published: {Problem}")]
    private static partial void LogProblem(ILogger logger, string problem);
}
