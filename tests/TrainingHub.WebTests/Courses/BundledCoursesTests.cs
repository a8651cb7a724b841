using Microsoft.Extensions.DependencyInjection;
using TrainingHub.Courses;
using TrainingHub.Questions;
using TrainingHub.Seeds;
using TrainingHub.WebTests.Standards;

namespace TrainingHub.WebTests.Courses;

/// <summary>An update brings an edition that has lost a clause which a course still quotes.</summary>
public abstract class BundledCoursesTests(WebApp app)
{
    private const string Eighth = "第三条（一）第8项";

    [Fact]
    public async Task The_edition_takes_effect_and_the_published_version_of_the_course_stays_up()
    {
        var before = await app.ShelfAsync();
        var lesson = before.Manifest.Lessons.Single(lesson => lesson.Slug is "exits-and-windows");
        var folder = Directory.CreateTempSubdirectory("courses-").FullName;
        try
        {
            Copy(Path.Combine(TestFiles.Root, "courses", "_standards"), Path.Combine(folder, "_standards"));
            Copy(Path.Combine(TestFiles.Root, "courses", CourseActions.Course), Path.Combine(folder, CourseActions.Course));
            await WriteLaterEditionAsync(Path.Combine(folder, "_standards"));

            await app.InsideAsync(async services => await services.GetRequiredService<PublishBundledCourses>().RunAsync(folder, default));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }

        var after = await app.ShelfAsync();
        var drawable = await app.InsideAsync(services => services.GetRequiredService<CurrentBank>().OfAsync(after, default));
        var rows = await app.InsideAsync(services => services.GetRequiredService<StaleRows>().OfAsync(after, default));
        using var reader = await app.SignInAsync(SmallWorld.Principal);
        var page = await reader.ReadAsync(CourseActions.LessonPath(after, lesson));
        Assert.Equal(before.Hash, after.Hash);
        Assert.Contains(after.Bank, IsOnEighth);
        Assert.DoesNotContain(drawable, IsOnEighth);
        Assert.Contains(rows, row => row is { IsLesson: true, Subject: "exits-and-windows", From: null });
        Assert.Contains("已被替代</span>。本段为条款大意", page, StringComparison.Ordinal);
    }

    private static bool IsOnEighth(QuestionVersion question) => question.Key.Basis is Basis.OfClause { StandardSlug: StandardActions.Guideline, ClauseNumber: Eighth };

    private static async Task WriteLaterEditionAsync(string standards)
    {
        var lines = (await File.ReadAllLinesAsync(Path.Combine(standards, $"{StandardActions.Guideline}.yml"))).ToList();
        var from = lines.FindIndex(line => line.Contains($"number: {Eighth}", StringComparison.Ordinal));
        var until = lines.FindIndex(from + 1, line => line.Contains("- number:", StringComparison.Ordinal));
        lines.RemoveRange(from, until - from);
        var text = string.Join('\n', lines.Where(line => !line.StartsWith("issued:", StringComparison.Ordinal) && !line.StartsWith("inForce", StringComparison.Ordinal) && !line.StartsWith("replaces", StringComparison.Ordinal)))
            .Replace("edition: \"2024\"", $"edition: \"2026\"\nissued: 2026-09-01\nreplaces: {{standard: {StandardActions.Guideline}, edition: \"2024\"}}", StringComparison.Ordinal);
        Assert.Contains("2026-09-01", text, StringComparison.Ordinal);
        await File.WriteAllTextAsync(Path.Combine(standards, $"{StandardActions.Guideline}-2026.yml"), text);
    }

    private static void Copy(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }
}

public sealed class BundledCoursesOnSqlite(SqliteApp app) : BundledCoursesTests(app), IClassFixture<SqliteApp>;

public sealed class BundledCoursesOnPostgres(PostgresApp app) : BundledCoursesTests(app), IClassFixture<PostgresApp>;
