using System.Net;
using System.Text.RegularExpressions;
using TrainingHub.Seeds;

namespace TrainingHub.WebTests.Courses;

/// <summary>The reading part of a lesson, and the handbook of a course.</summary>
public abstract partial class ReadingTests(WebApp app)
{
    private const string Lesson = "/courses/major-hazards-2024/lessons/what-is-a-major-hazard";

    [Fact]
    public async Task A_lessons_text_stands_alone_under_the_name_of_its_content()
    {
        using var teacher = await app.SignInAsync(SmallWorld.Teacher);
        var address = AddressPattern().Match(await teacher.ReadAsync(Lesson)).Groups[1].Value;

        using var answer = await teacher.GetAsync(address);
        var page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());

        Assert.StartsWith($"{Lesson}/text/", address, StringComparison.Ordinal);
        Assert.Contains("th-read", page, StringComparison.Ordinal);
        Assert.Contains("immutable", answer.Headers.CacheControl?.ToString(), StringComparison.Ordinal);
        Assert.False(answer.Headers.Contains("Set-Cookie"));
        Assert.DoesNotContain("__RequestVerificationToken", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<form", page, StringComparison.Ordinal);
        Assert.DoesNotContain("data-check", page, StringComparison.Ordinal);
        var person = SmallWorld.Make().People.Single(person => string.Equals(person.Key, SmallWorld.Teacher, StringComparison.Ordinal));
        Assert.DoesNotContain(person.Name, page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_course_has_a_handbook()
    {
        using var teacher = await app.SignInAsync(SmallWorld.Teacher);
        var slugs = CoursePattern().Matches(await teacher.ReadAsync("/courses")).Select(match => match.Groups[1].Value).Distinct().ToList();

        Assert.Equal(9, slugs.Count);
        foreach (var slug in slugs)
        {
            using var answer = await teacher.GetAsync($"/courses/{slug}/handbook.pdf");
            Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{slug}: {answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
            Assert.Equal("application/pdf", answer.Content.Headers.ContentType?.MediaType);
            if (Environment.GetEnvironmentVariable("TRAININGHUB_KEEP_FILES") is { Length: > 0 } folder)
            {
                await File.WriteAllBytesAsync(Path.Combine(folder, $"{slug}.pdf"), await answer.Content.ReadAsByteArrayAsync());
            }
        }
    }

    [Theory]
    [InlineData("/courses/nothing/handbook.pdf")]
    [InlineData("/courses/nothing/lessons/nothing/text/00")]
    [InlineData(Lesson + "/text/00112233445566778899aabbccddeeff")]
    [InlineData("/courses/major-hazards-2024/lessons/nothing/text/00")]
    public async Task What_does_not_exist_is_not_found_and_visitors_sign_in_first(string path)
    {
        using var visitor = app.Visitor();
        using var teacher = await app.SignInAsync(SmallWorld.Teacher);

        using var signedOut = await visitor.GetAsync(path);
        using var answer = await teacher.GetAsync(path);

        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.NotFound), (signedOut.StatusCode, answer.StatusCode));
    }

    [GeneratedRegex("data-text=\"([^\"]+)\"")]
    private static partial Regex AddressPattern();

    [GeneratedRegex("href=\"/courses/([a-z0-9-]+)(?:/lessons/[a-z0-9-]+)?\"")]
    private static partial Regex CoursePattern();
}

public sealed class ReadingOnSqlite(SqliteApp app) : ReadingTests(app), IClassFixture<SqliteApp>;

public sealed class ReadingOnPostgres(PostgresApp app) : ReadingTests(app), IClassFixture<PostgresApp>;
