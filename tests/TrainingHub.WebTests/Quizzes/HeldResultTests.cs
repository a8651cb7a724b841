using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using TrainingHub.Questions;
using TrainingHub.Seeds;

namespace TrainingHub.WebTests.Quizzes;

/// <summary>An arranged quiz of every kind of question, told step by step: no page of its person tells more than is released, in any state.</summary>
public abstract class HeldResultTests(WebApp app)
{
    private const string Explanation = $"{AllKinds.Canary}解析";
    private const string Basis = $"{AllKinds.Canary}文件";

    [Fact]
    public async Task No_page_of_its_person_tells_more_than_is_released()
    {
        await AllKinds.PublishAsync(app);
        using var officer = await app.SignInAsync(SmallWorld.LinxiOfficer);
        using var browser = await app.SignInAsync(SmallWorld.Responsible);
        var now = app.Clock.GetUtcNow();
        var slug = await officer.ArrangeAsync(fields: Terms(("OpensAt", ArrangeSteps.Local(now.AddMinutes(10))), ("ClosesAt", ArrangeSteps.Local(now.AddHours(2)))));
        var path = $"/quizzes/{slug}/attempts/1";

        AssertSilent(await LookAsync(browser, slug));
        app.Clock.Move(TimeSpan.FromMinutes(11));
        var seen = new List<string> { await TextOf(await browser.PostAsync($"/quizzes/{slug}/attempts", [])) };
        foreach (var (item, text) in await AllKinds.RightAsync(app, SmallWorld.Responsible, slug))
        {
            // All right but the words to fill in: a result tells the key of what was wrong.
            seen.Add(await TextOf(await browser.AnswerAsync(path, item, 1, text.Contains(AllKinds.Canary, StringComparison.Ordinal) ? "七\n9" : text)));
        }

        seen.AddRange(await LookAsync(browser, slug));
        seen.Add(await TextOf(await browser.PostAsync($"{path}/submission", [])));
        // Handed in: first a person has to mark an answer, then everything is graded and nothing told.
        seen.AddRange(await LookAsync(browser, slug));
        await MarkAsync(officer, slug);
        var attempt = await app.AttemptAsync(SmallWorld.Responsible, slug: slug);
        Assert.Equal((54, true), (attempt.Points, attempt.Passed));
        var held = await LookAsync(browser, slug);
        AssertSilent([.. seen, .. held]);
        Assert.All(held, AssertNoScore);
        Assert.DoesNotContain("把握程度", await browser.ReadAsync(path), StringComparison.Ordinal);

        app.Clock.Move(TimeSpan.FromHours(2));
        AssertSilent(await LookAsync(browser, slug));
        Assert.Contains("54", await browser.ReadAsync(path), StringComparison.Ordinal);

        await ReleaseAsync(officer, slug, version: 3, answers: "AfterWindow", explanations: "Never");
        var answers = await LookAsync(browser, slug);
        Assert.Contains(answers, text => text.Contains($"{AllKinds.Canary}两", StringComparison.Ordinal));
        Assert.All(answers, text => Assert.DoesNotContain(Explanation, text, StringComparison.Ordinal));
        Assert.All(answers, text => Assert.DoesNotContain(Basis, text, StringComparison.Ordinal));

        await ReleaseAsync(officer, slug, version: 4, answers: "AfterWindow", explanations: "AfterWindow");
        var all = await browser.ReadAsync(path);
        Assert.Contains(Explanation, all, StringComparison.Ordinal);
        Assert.Contains(Basis, all, StringComparison.Ordinal);
        // Now what was wrong is practised as well.
        Assert.Contains(Basis, await browser.ReadAsync("/practice/mistakes"), StringComparison.Ordinal);
    }

    // Every question once, seven points each; the two of one case share theirs.
    private static Dictionary<string, string> Terms(params (string Field, string Value)[] more) => new(more.Select(pair => KeyValuePair.Create(pair.Field, pair.Value)))
    {
        ["Title"] = "各种题型测验",
        ["Courses"] = AllKinds.Course,
        ["Score"] = "AfterWindow",
        ["Answers"] = more.FirstOrDefault(pair => pair.Field is "Answers").Value ?? "Never",
        ["Explanations"] = more.FirstOrDefault(pair => pair.Field is "Explanations").Value ?? "Never",
        ["Sections[0].Count"] = "",
        ["Fixed"] = string.Join('\n', AllKinds.Questions.Where(question => !string.Equals(question.Prompt.Id, "k-single-2", StringComparison.Ordinal)).Select(question => $"{AllKinds.Course}/{question.Prompt.Id} 7")),
    };

    private async Task ReleaseAsync(TestBrowser officer, string slug, int version, string answers, string explanations)
    {
        var quiz = await app.WithDbAsync(db => db.ArrangedQuizzes.AsNoTracking().SingleAsync(quiz => quiz.Slug == slug));
        using var saved = await officer.PostAsync($"/quizzes/{slug}/settings", officer.Fields(version, Terms(
            ("OpensAt", ArrangeSteps.Local(new DateTimeOffset(quiz.OpensAt))), ("ClosesAt", ArrangeSteps.Local(new DateTimeOffset(quiz.ClosesAt))), ("Answers", answers), ("Explanations", explanations))));
        Assert.True(saved.StatusCode == HttpStatusCode.Redirect, await saved.Content.ReadAsStringAsync());
    }

    private async Task MarkAsync(TestBrowser officer, string slug)
    {
        var attempt = await app.AttemptAsync(SmallWorld.Responsible, slug: slug);
        var hash = AllKinds.Questions.Single(question => question.Prompt.Kind is QuestionKind.Written).Hash;
        var item = await app.WithDbAsync(db => db.AttemptItems.Where(item => item.AttemptId == attempt.Id && item.QuestionHash == hash).Select(item => item.Number).SingleAsync());
        var mark = $"/quizzes/{slug}/marks/{attempt.Id}/{item}";
        Assert.Contains(mark, await officer.ReadAsync($"/quizzes/{slug}/marks"), StringComparison.Ordinal);
        // Three quarters of the rubric: points that are told nowhere else.
        using var marked = await officer.PostAsync(mark, [new("Given", "1"), new("Given", "2"), new("Comment", $"{AllKinds.Canary}评语")]);
        Assert.Equal(HttpStatusCode.Redirect, marked.StatusCode);
    }

    private static async Task<List<string>> LookAsync(TestBrowser browser, string slug)
    {
        var path = $"/quizzes/{slug}/attempts/1";
        string[] pages =
        [
            "/", "/quizzes", $"/quizzes/{slug}", path, $"{path}/review", $"{path}/clock", $"{path}/receipt", $"{path}/timeline", $"{path}/pictures/{AllKinds.Picture.File}",
            $"/quizzes/{slug}/attempts", $"/quizzes/{slug}/results", $"/quizzes/{slug}/results/questions", $"/quizzes/{slug}/regrades", $"/quizzes/{slug}/settings",
            "/practice", "/practice/daily", "/practice/mastery", "/practice/mistakes", "/courses", $"/courses/{AllKinds.Course}", "/courses/search?q=疏散", "/records", "/account",
        ];
        var seen = new List<string>();
        foreach (var page in pages)
        {
            seen.Add(await TextOf(await browser.GetAsync(page)));
        }

        return seen;
    }

    private static void AssertSilent(IReadOnlyList<string> seen)
    {
        foreach (var secret in new[] { AllKinds.Canary, "137,231", "<polygon" })
        {
            Assert.All(seen, text => Assert.DoesNotContain(secret, text, StringComparison.Ordinal));
        }
    }

    private static void AssertNoScore(string text)
    {
        Assert.DoesNotContain("54分", text, StringComparison.Ordinal);
        Assert.DoesNotContain(">54<", text, StringComparison.Ordinal);
        Assert.DoesNotContain("54/63", text, StringComparison.Ordinal);
        Assert.DoesNotContain("已通过各种题型测验", text, StringComparison.Ordinal);
    }

    // A page may write a character as itself, as a number or escaped for script.
    private static async Task<string> TextOf(HttpResponseMessage answer)
    {
        var text = new StringBuilder(answer.ToString());
        var body = await answer.Content.ReadAsStringAsync();
        text.Append(body).Append(WebUtility.HtmlDecode(body)).Append(WebUtility.UrlDecode(answer.Headers.ToString())).Append(WebUtility.UrlDecode(answer.Content.Headers.ToString()));
        return Regex.Replace(
            text.ToString(), @"\\u[0-9A-Fa-f]{4}", match => ((char)int.Parse(match.ValueSpan[2..], NumberStyles.HexNumber, CultureInfo.InvariantCulture)).ToString(), RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));
    }
}

public sealed class HeldResultsOnSqlite(SqliteApp app) : HeldResultTests(app), IClassFixture<SqliteApp>;

public sealed class HeldResultsOnPostgres(PostgresApp app) : HeldResultTests(app), IClassFixture<PostgresApp>;
