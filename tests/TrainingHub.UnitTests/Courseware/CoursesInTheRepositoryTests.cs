using TrainingHub.Courseware;

namespace TrainingHub.UnitTests.Courseware;

public sealed class CoursesInTheRepositoryTests
{
    [Fact]
    public void Every_course_is_accepted_without_a_warning()
    {
        var problems = Directory.EnumerateDirectories(CoursesFolder())
            .Where(folder => !Path.GetFileName(folder).StartsWith('_'))
            .SelectMany(folder => CourseReader.Read(folder) switch
            {
                CourseOutcome.Refused refused => refused.Problems,
                CourseOutcome.Read read => read.Warnings,
                _ => [],
            });

        Assert.Equal("", string.Join('\n', problems));
    }

    private static string CoursesFolder()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "TrainingHub.sln")))
        {
            folder = folder.Parent;
        }

        return Path.Combine(folder?.FullName ?? throw new InvalidOperationException("The tests run outside the repository."), "courses");
    }
}
