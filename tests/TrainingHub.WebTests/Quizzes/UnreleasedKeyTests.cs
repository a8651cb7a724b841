using System.Globalization;
using System.Net;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using TrainingHub.Courses;
using TrainingHub.Questions;
using TrainingHub.Seeds;
using TrainingHub.Standards;

namespace TrainingHub.WebTests.Quizzes;

/// <summary>Canaries in keys, explanations and bases: none of them is in any answer of the server before the paper is handed in.</summary>
public abstract class UnreleasedKeyTests(WebApp app)
{
    private const string Slug = "canary-quiz";
    private const string Canary = "金丝雀";

    [Fact]
    public async Task No_response_before_release_tells_a_key()
    {
        await app.InsideAsync(services => services.GetRequiredService<PublishCourse>().RunAsync(Course(), [Edition()], default));
        using var browser = await app.SignInAsync(SmallWorld.Principal);
        var seen = new List<string>();

        await LookAsync("/", "/courses", "/courses/canary", $"/quizzes/{Slug}");
        seen.Add(await TextOf(await browser.PostAsync($"/quizzes/{Slug}/attempts", [])));
        const string Path = $"/quizzes/{Slug}/attempts/1";
        var key = await app.KeyAsync(SmallWorld.Principal, slug: Slug);
        await LookAsync(Path, $"{Path}/clock", $"{Path}/review", $"/quizzes/{Slug}", "/");
        foreach (var (item, letters) in key)
        {
            seen.Add(await TextOf(await browser.AnswerAsync(Path, item, 1, letters)));
            seen.Add(await TextOf(await browser.AnswerAsync(Path, item, 1, "D")));
            seen.Add(await TextOf(await browser.AnswerAsync(Path, item, 2, "?")));
        }

        seen.Add(await TextOf(await browser.PostAsync($"{Path}/answers", [new KeyValuePair<string, string>("version-1", "0"), new("shown-1", ""), new("choice-1", "B")])));
        await LookAsync(Path, $"{Path}/review", "/records", "/account");
        seen.Add(await TextOf(await browser.PostAsync($"{Path}/submission", [])));

        Assert.True(seen.Count > 20);
        Assert.All(seen, text => Assert.DoesNotContain(Canary, text, StringComparison.Ordinal));
        var result = await browser.ReadAsync(Path);
        Assert.Contains(Canary, result, StringComparison.Ordinal);

        async Task LookAsync(params string[] paths)
        {
            foreach (var path in paths)
            {
                seen.Add(await TextOf(await browser.GetAsync(path)));
            }
        }
    }

    /// <summary>The same for every kind: no accepted word, rubric, zone, explanation or basis, on the paper, in practice's pages or in the bank's pictures.</summary>
    [Fact]
    public async Task No_response_before_release_tells_the_key_of_any_kind()
    {
        await AllKinds.PublishAsync(app);
        using var browser = await app.SignInAsync(SmallWorld.Responsible);
        var seen = new List<string>();
        const string Path = $"/quizzes/{AllKinds.Slug}/attempts/1";
        seen.Add(await TextOf(await browser.GetAsync($"/quizzes/{AllKinds.Slug}")));
        seen.Add(await TextOf(await browser.PostAsync($"/quizzes/{AllKinds.Slug}/attempts", [])));
        foreach (var (item, text) in await AllKinds.RightAsync(app, SmallWorld.Responsible))
        {
            // What a person wrote is told back: here a right word that is no canary.
            seen.Add(await TextOf(await browser.AnswerAsync(Path, item, 1, text.Replace($"{AllKinds.Canary}两", "2", StringComparison.Ordinal))));
            seen.Add(await TextOf(await browser.AnswerAsync(Path, item, 1, "ABCDEFGH")));
            seen.Add(await TextOf(await browser.AnswerAsync(Path, item, 3, "\0")));
        }

        foreach (var question in AllKinds.Questions)
        {
            seen.Add(await TextOf(await browser.GetAsync($"/practice/questions/{AllKinds.Course}/{question.Prompt.Id}")));
        }

        seen.Add(await TextOf(await browser.PostAsync($"{Path}/answers", [new KeyValuePair<string, string>("version-1", "0"), new("shown-1", ""), new("order-1", "A"), new("order-1", "A")])));
        foreach (var path in (string[])[Path, $"{Path}/review", $"{Path}/clock", $"{Path}/receipt", "/practice", "/practice/mistakes", "/search?q=疏散", $"/courses/{AllKinds.Course}", "/"])
        {
            seen.Add(await TextOf(await browser.GetAsync(path)));
        }

        seen.Add(await TextOf(await browser.PostAsync($"{Path}/submission", [])));
        // Handed in, but a person has still to mark an answer: nothing is released yet.
        seen.Add(await TextOf(await browser.GetAsync(Path)));
        seen.Add(await TextOf(await browser.GetAsync($"{Path}/receipt")));

        Assert.All(seen, text => Assert.DoesNotContain(AllKinds.Canary, text, StringComparison.Ordinal));
        Assert.All(seen, text => Assert.DoesNotContain("137,231", text, StringComparison.Ordinal));
        Assert.All(seen, text => Assert.DoesNotContain("<polygon", text, StringComparison.Ordinal));
    }

    // A page may write a character as itself, as a number or escaped for script.
    private static async Task<string> TextOf(HttpResponseMessage answer)
    {
        var text = new StringBuilder(answer.ToString());
        var body = await answer.Content.ReadAsStringAsync();
        text.Append(body).Append(WebUtility.HtmlDecode(body)).Append(WebUtility.UrlDecode(answer.Headers.ToString()));
        return System.Text.RegularExpressions.Regex.Replace(text.ToString(), @"\\u([0-9A-Fa-f]{4})",
            match => ((char)int.Parse(match.Groups[1].Value, NumberStyles.HexNumber, CultureInfo.InvariantCulture)).ToString());
    }

    private static StandardEdition Edition() => new()
    {
        Slug = $"{Canary}标准",
        Title = $"{Canary}标准",
        Edition = "2024",
        Number = "1号",
        Issuer = "某机关",
        Issued = new DateOnly(2024, 1, 1),
        Status = EditionStatus.InForce,
        Clauses = [.. Enumerable.Range(1, 6).Select(number => new Clause($"{Canary}第{number}条", null, $"{Canary}条文{number}", ClauseSighting.Full))],
    };

    private static CourseContent Course()
    {
        var questions = Enumerable.Range(1, 6).Select(number => new QuestionVersion(
            new QuestionPrompt($"canary-{number}", QuestionKind.Single, $"第{number}个问题是什么？", ["甲", "乙", "丙", "丁"]),
            new QuestionKey([number % 4], $"{Canary}解析{number}", number % 2 == 0
                ? new Basis.OfDocument($"{Canary}文件{number}", $"{Canary}地区", $"{Canary}原文{number}")
                : new Basis.OfClause($"{Canary}标准", "2024", $"{Canary}第{number}条")),
            QuestionUse.Examination, 1)).ToList();
        return new CourseContent
        {
            Slug = "canary",
            Title = "保密课程",
            TitleEn = "Secret",
            Summary = "",
            SummaryEn = "",
            Audience = [],
            CreditMinutes = 45,
            QuizSlug = Slug,
            Hash = new string('c', 64),
            Lessons = [],
            Questions = questions,
            Quizzes =
            [
                new Quiz
                {
                    Slug = Slug,
                    Title = "保密测验",
                    TitleEn = "Secret quiz",
                    Minutes = 20,
                    PassPercent = 100,
                    AttemptsAllowed = 0,
                    WaitMinutes = 0,
                    Blueprint = new Blueprint([new BlueprintSection(QuestionKind.Single, 6, 1)]),
                },
            ],
        };
    }
}

public sealed class UnreleasedKeysOnSqlite(SqliteApp app) : UnreleasedKeyTests(app), IClassFixture<SqliteApp>;

public sealed class UnreleasedKeysOnPostgres(PostgresApp app) : UnreleasedKeyTests(app), IClassFixture<PostgresApp>;
