using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using TrainingHub.Certificates;
using TrainingHub.Seeds;
using TrainingHub.Tests;
using TrainingHub.WebTests.Courses;

namespace TrainingHub.WebTests;

/// <summary>
/// The main job from end to end: a principal reads the course and answers its checks, takes the quiz and passes; the bureau's figure rises,
/// a certificate exists, a stranger sees that it is true; the bureau takes it back and the figure falls.
/// </summary>
public abstract partial class MainJobTests(WebApp app)
{
    private const string Target = "s3-7-2026";
    private static readonly AnswerBook Book = AnswerBook.Read(Path.Combine(TestFiles.Root, "courses", "major-hazards-2024"));

    [Fact]
    public async Task From_the_first_lesson_to_a_certificate_that_a_stranger_can_verify()
    {
        using var officer = await app.SignInAsync(SmallWorld.CityOfficer);
        using var principal = await app.SignInAsync(SmallWorld.Principal);
        using var stranger = app.Visitor();
        var before = await FigureAsync(officer);

        await LearnAsync(principal);
        var result = await TakeQuizAsync(principal);

        var certificate = await app.WithDbAsync(db => db.Certificates.AsNoTracking().SingleAsync(one => one.PersonId == WorldIds.Of("person", SmallWorld.Principal)));
        Assert.Contains(certificate.Serial, result, StringComparison.Ordinal);
        Assert.Equal(before with { Covered = before.Covered + 1 }, await FigureAsync(officer));
        Assert.Contains(certificate.Serial, await principal.ReadAsync("/certificates"), StringComparison.Ordinal);
        await AssertPdfAsync(principal, certificate);
        await AssertVerifiedAsync(stranger, certificate, "有效");

        await RevokeAsync(officer, certificate);

        Assert.Equal(before, await FigureAsync(officer));
        await AssertVerifiedAsync(stranger, certificate, "已撤销");
    }

    private static async Task LearnAsync(TestBrowser person)
    {
        var course = Book.Course;
        Assert.Contains(course.Title, await person.ReadAsync("/courses"), StringComparison.Ordinal);
        foreach (var lesson in course.Lessons)
        {
            var path = $"/courses/{course.Slug}/lessons/{lesson.Slug}";
            Assert.Contains(lesson.Title, await person.ReadAsync(path), StringComparison.Ordinal);
            // A wrong answer teaches; another question follows.
            await person.AnswerStepAsync(path, Book.WrongLettersOn);
            await person.AnswerStepsAsync(path, Book.LettersOn);
        }
    }

    /// <summary>Starts the quiz, saves every answer on its own, hands in; returns the page of the result.</summary>
    private static async Task<string> TakeQuizAsync(TestBrowser person)
    {
        using var started = await person.PostAsync($"/quizzes/{Book.Course.QuizSlug}/attempts", new Dictionary<string, string>());
        Assert.Equal(HttpStatusCode.Redirect, started.StatusCode);
        var path = started.Headers.Location!.OriginalString;
        using var page = await person.GetAsync(path);
        var paper = PaperQuestion.ReadAll(await page.Content.ReadAsStringAsync());
        Assert.NotEmpty(paper);
        foreach (var question in paper)
        {
            using var saved = await person.PutJsonAsync($"{path}/answers/{question.Item}", new { version = 1, choice = Book.LettersOn(question) });
            var receipt = JsonDocument.Parse(await saved.Content.ReadAsStringAsync()).RootElement;
            Assert.Equal((HttpStatusCode.OK, question.Item, false), (saved.StatusCode, receipt.GetProperty("item").GetInt32(), receipt.GetProperty("late").GetBoolean()));
        }

        using var handedIn = await person.PostAsync($"{path}/submission", new Dictionary<string, string>());
        Assert.Equal(HttpStatusCode.Redirect, handedIn.StatusCode);
        return await person.ReadAsync(path);
    }

    /// <summary>People counted and covered, as the page of the target shows them and as the cells hold them.</summary>
    private async Task<Figure> FigureAsync(TestBrowser officer)
    {
        using var answer = await officer.GetAsync($"/coverage/{Target}");
        var html = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var now = html[html.IndexOf("<section class=\"now\"", StringComparison.Ordinal)..];
        var shown = new Figure(Number(Counted().Match(now)), Number(Covered().Match(now)));
        var held = await app.WithDbAsync(async db =>
        {
            var id = await db.CoverageTargets.Where(target => target.Slug == Target).Select(target => target.Id).SingleAsync();
            var cells = await db.CoverageCells.AsNoTracking().Where(cell => cell.TargetId == id).ToListAsync();
            return new Figure(cells.Sum(cell => cell.Counted), cells.Sum(cell => cell.Covered));
        });
        Assert.Equal(held, shown);
        return shown;
    }

    private static int Number(Match found) => int.Parse(found.Groups[1].Value, NumberStyles.AllowThousands, CultureInfo.InvariantCulture);

    private static async Task AssertPdfAsync(TestBrowser owner, Certificate certificate)
    {
        using var answer = await owner.GetAsync($"/certificates/{certificate.Serial}.pdf");
        var bytes = await answer.Content.ReadAsByteArrayAsync();
        Assert.Equal((HttpStatusCode.OK, "application/pdf"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        Assert.True(bytes.AsSpan().StartsWith("%PDF-"u8));
    }

    private static async Task AssertVerifiedAsync(TestBrowser stranger, Certificate certificate, string word)
    {
        var page = await stranger.ReadAsync($"/verify/{certificate.Code}");
        Assert.Contains(word, page, StringComparison.Ordinal);
        Assert.Contains("沈＊＊", page, StringComparison.Ordinal);
        Assert.DoesNotContain("沈知南", page, StringComparison.Ordinal);
    }

    private static async Task RevokeAsync(TestBrowser officer, Certificate certificate)
    {
        using var answer = await officer.PostAsync($"/records/{certificate.RecordId}/revocation", new Dictionary<string, string> { ["Reason"] = "测验由他人代答，经核实撤销。" });
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
    }

    private sealed record Figure(int Counted, int Covered);

    [GeneratedRegex("应训 <b[^>]*>([0-9,]+)</b>")]
    private static partial Regex Counted();

    [GeneratedRegex("已训 <b[^>]*>([0-9,]+)</b>")]
    private static partial Regex Covered();
}

public sealed class MainJobOnSqlite(SqliteApp app) : MainJobTests(app), IClassFixture<SqliteApp>;

public sealed class MainJobOnPostgres(PostgresApp app) : MainJobTests(app), IClassFixture<PostgresApp>;
