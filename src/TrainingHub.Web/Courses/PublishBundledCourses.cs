using TrainingHub.Courseware;

namespace TrainingHub.Courses;

/// <summary>Publishes the courses that travel with the application. A folder with errors is named in the log and left out; the version published before stays up.</summary>
public sealed partial class PublishBundledCourses(PublishCourse publish, ILogger<PublishBundledCourses> logger)
{
    public async Task RunAsync(string folder, CancellationToken cancel)
    {
        if (!Directory.Exists(folder))
        {
            LogMissing(logger, folder);
            return;
        }

        foreach (var course in Directory.EnumerateDirectories(folder).Where(path => !Path.GetFileName(path).StartsWith('_')).Order(StringComparer.Ordinal))
        {
            switch (CourseReader.Read(course))
            {
                case CourseOutcome.Read read:
                    if (await publish.RunAsync(read.Content, read.Standards, cancel))
                    {
                        LogPublished(logger, read.Content.Slug, read.Content.Hash);
                    }

                    break;
                case CourseOutcome.Refused refused:
                    foreach (var problem in refused.Problems)
                    {
                        LogProblem(logger, problem.ToString());
                    }

                    break;
            }
        }
    }

    [LoggerMessage(300, LogLevel.Warning, "No courses: the folder {Folder} does not exist")]
    private static partial void LogMissing(ILogger logger, string folder);

    [LoggerMessage(301, LogLevel.Information, "Published course {Slug} {Hash}")]
    private static partial void LogPublished(ILogger logger, string slug, string hash);

    [LoggerMessage(302, LogLevel.Error, "Course not published: {Problem}")]
    private static partial void LogProblem(ILogger logger, string problem);
}
