using System.IO.Compression;
using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TrainingHub.People;
using TrainingHub.Questions;
using TrainingHub.Seeds;
using TrainingHub.UnitTests.Documents;
using TrainingHub.WebTests.QuestionBanks;

namespace TrainingHub.WebTests.Quizzes;

/// <summary>
/// Questions kept for examinations, of a course and of a bank, every kind of them: whoever is neither their author nor past their release is told no key,
/// explanation or basis on any page, in any file, in any state of the quiz. Hundreds of pages, and what they tell does not hang on the database: one is enough.
/// </summary>
public abstract class UnreleasedToOthersTests(WebApp app)
{
    private const string Basis = $"{AllKinds.Canary}文件";
    private const string Path = "/attempts/1";

    [Fact]
    public async Task Nobody_but_authors_is_told_a_key_of_an_examination_question_in_any_state()
    {
        await AllKinds.PublishAsync(app, QuestionUse.Examination);
        await FillBankAsync();
        await WatchAsync(SmallWorld.SchoolAdministrator);
        using var author = await app.SignInAsync(SmallWorld.LinxiOfficer);
        using var learner = await app.SignInAsync(SmallWorld.Responsible);
        using var watcher = await app.SignInAsync(SmallWorld.SchoolAdministrator);
        using var visitor = app.Visitor();
        TestBrowser[] others = [await app.SignInAsync(SmallWorld.Teacher), await app.SignInAsync(SmallWorld.Principal), await app.SignInAsync(SmallWorld.WangchuanOfficer), visitor];
        var now = app.Clock.GetUtcNow();
        var slug = await author.ArrangeAsync(fields: Terms(now));

        await LookAsync([learner, watcher, .. others]);
        app.Clock.Move(TimeSpan.FromMinutes(11));
        var path = await learner.StartAsync(slug);
        foreach (var (item, text) in await RightAsync(slug))
        {
            using var saved = await learner.AnswerAsync(path, item, 1, text.Replace($"{AllKinds.Canary}两", "2", StringComparison.Ordinal));
            Assert.Equal(HttpStatusCode.OK, saved.StatusCode);
        }

        await LookAsync([learner, watcher, .. others]);
        await learner.HandInAsync(path);
        await LookAsync([learner, watcher, .. others]);
        await GradeAsync(slug);
        await LookAsync([learner, .. others]);
        // Whoever watches over it reads how each clause went, but not while answering it.
        await AssertSilentAsync(watcher, slug, exceptBasis: true);
        var own = await watcher.StartAsync(slug);
        await AssertSilentAsync(watcher, slug, exceptBasis: false);
        await watcher.HandInAsync(own);
        app.Clock.Move(TimeSpan.FromHours(2));
        await LookAsync([learner, .. others]);
        using var handbook = await learner.GetAsync($"/courses/{AllKinds.Course}/handbook.pdf");
        Assert.Equal(HttpStatusCode.OK, handbook.StatusCode);
        Assert.DoesNotContain(AllKinds.Canary, await TextOf(handbook), StringComparison.Ordinal);

        foreach (var other in others)
        {
            other.Dispose();
        }

        async Task LookAsync(TestBrowser[] readers)
        {
            foreach (var reader in readers)
            {
                await AssertSilentAsync(reader, slug, exceptBasis: false);
            }
        }
    }

    private async Task AssertSilentAsync(TestBrowser reader, string slug, bool exceptBasis)
    {
        var attempt = await app.WithDbAsync(db => db.Attempts.Where(attempt => attempt.QuizSlug == slug).Select(attempt => (Guid?)attempt.Id).FirstOrDefaultAsync()) ?? Guid.Empty;
        var bank = await app.WithDbAsync(db => db.BankQuestions.Where(row => row.Kind == QuestionKind.Hotspot).Select(row => row.Id).SingleAsync());
        foreach (var page in PagesOf(slug, attempt, bank))
        {
            using var answer = await reader.GetAsync(page);
            var text = await TextOf(answer);
            var told = exceptBasis ? text.Replace(Basis, "", StringComparison.Ordinal) : text;
            foreach (var secret in new[] { AllKinds.Canary, "137,231", "<polygon" })
            {
                Assert.False(told.Contains(secret, StringComparison.Ordinal), $"{page} tells {secret}");
            }

            // Its stem stands on its paper, and where that is marked and read again.
            Assert.False(!page.StartsWith("/quizzes/", StringComparison.Ordinal) && told.Contains("写出起火后要做的事", StringComparison.Ordinal), page);
            Assert.False(page.Contains("/pictures/", StringComparison.Ordinal) && !page.StartsWith($"/quizzes/{slug}{Path}", StringComparison.Ordinal) && answer.StatusCode is HttpStatusCode.OK, page);
        }

        using var tried = await reader.PostAsync("/practice/questions/BANK/k-single-1/answers", new Dictionary<string, string> { ["choice"] = "A" });
        Assert.Contains(tried.StatusCode, (HttpStatusCode[])[HttpStatusCode.NotFound, HttpStatusCode.Redirect, HttpStatusCode.Unauthorized]);
        Assert.DoesNotContain("/practice/answers", tried.Headers.Location?.OriginalString ?? "", StringComparison.Ordinal);
    }

    private static string[] PagesOf(string slug, Guid attempt, Guid bank) =>
    [
        "/", "/quizzes", "/quizzes.csv", $"/quizzes/{slug}", $"/quizzes/{slug}/settings", $"/quizzes/{slug}/attempts", $"/quizzes/{slug}/attempts.csv", $"/quizzes/{slug}/allowances",
        $"/quizzes/{slug}{Path}", $"/quizzes/{slug}{Path}/review", $"/quizzes/{slug}{Path}/clock", $"/quizzes/{slug}{Path}/receipt", $"/quizzes/{slug}{Path}/pictures/{AllKinds.Picture.File}",
        $"/quizzes/{slug}/attempts/{attempt}/timeline", $"/quizzes/{slug}/attempts/{attempt}/allowances", $"/quizzes/{slug}/marks",
        $"/quizzes/{slug}/regrades", $"/quizzes/{slug}/regrades/new", $"/quizzes/{slug}/results", $"/quizzes/{slug}/results/live", $"/quizzes/{slug}/results/questions",
        $"/quizzes/{slug}/results/absent", $"/quizzes/{slug}/results/absent.csv", $"/quizzes/{slug}/results.xlsx", $"/quizzes/{slug}/results.pdf",
        "/questions", "/questions.csv", $"/questions/{bank}", $"/questions/{bank}/versions/1", $"/questions/{bank}/zones", $"/questions/{bank}/uses", $"/questions/{bank}/pictures/{AllKinds.Picture.File}",
        "/questions/statistics", "/questions/exports", "/questions/exports/file?format=Markdown",
        "/courses", $"/courses/{AllKinds.Course}", $"/courses/{AllKinds.Course}/files/{AllKinds.Picture.File}/corridor.png", "/courses/search?q=疏散", "/courses/search?q=起火", "/courses/stale",
        "/practice", "/practice/daily", "/practice/mastery", "/practice/mistakes", "/practice/mistakes.csv", "/practice/questions", "/practice/questions?course=BANK",
        $"/practice/questions/{AllKinds.Course}/k-hotspot", "/practice/questions/BANK/k-hotspot", $"/practice/pictures/{AllKinds.Course}/k-hotspot/{AllKinds.Picture.File}",
        $"/practice/pictures/BANK/k-hotspot/{AllKinds.Picture.File}", "/records", "/records.csv",
    ];

    private static Dictionary<string, string> Terms(DateTimeOffset now) => new()
    {
        ["Title"] = "考试专用题测验",
        ["Courses"] = AllKinds.Course,
        ["UsesBank"] = "true",
        ["OpensAt"] = ArrangeSteps.Local(now.AddMinutes(10)),
        ["ClosesAt"] = ArrangeSteps.Local(now.AddHours(2)),
        ["Score"] = "Never",
        ["Answers"] = "Never",
        ["Explanations"] = "Never",
        ["Sections[0].Count"] = "",
        ["Fixed"] = string.Join('\n', AllKinds.Questions.Where(question => !string.Equals(question.Prompt.Id, "k-single-2", StringComparison.Ordinal))
            .SelectMany(question => new[] { $"{AllKinds.Course}/{question.Prompt.Id} 7", $"{question.Prompt.Id} 7" })),
    };

    private static List<QuestionVersion> BankQuestions() =>
        [.. AllKinds.Questions.Select(question => new QuestionVersion(question.Prompt with { Stem = $"题库里的{question.Prompt.Stem}" }, question.Key, QuestionUse.Examination, 1))];

    private async Task FillBankAsync()
    {
        var (owner, by) = (BankActions.UnitOf(SmallWorld.Linxi), WorldIds.Of("person", SmallWorld.LinxiOfficer));
        await app.InsideAsync(services => services.GetRequiredService<TakeQuestions>().RunAsync(owner, null, [.. BankQuestions().Select(question => new IncomingQuestion(question, [], [], null))], by, default));
        await app.WithDbAsync(async db =>
        {
            foreach (var question in await db.BankQuestions.Where(question => question.OwnerId == owner).ToListAsync())
            {
                question.Move(BankStep.Submit, by, "", isAlone: true, app.Clock.GetUtcNow().UtcDateTime);
                question.Move(BankStep.Publish, by, "", isAlone: true, app.Clock.GetUtcNow().UtcDateTime);
            }

            return await db.SaveChangesAsync();
        });
    }

    private Task<int> WatchAsync(string person) => app.WithDbAsync(db =>
    {
        db.Grants.Add(new Grant
        {
            Id = Guid.NewGuid(),
            PersonId = WorldIds.Of("person", person),
            OrganizationId = WorldIds.Of("organization", SmallWorld.School32),
            Capability = Capability.ManageQuizzes,
            GrantedAt = DateTime.UnixEpoch,
        });
        return db.SaveChangesAsync();
    });

    private async Task<Dictionary<int, string>> RightAsync(string slug)
    {
        var attempt = await app.AttemptAsync(SmallWorld.Responsible, slug: slug);
        var items = await app.WithDbAsync(db => db.AttemptItems.AsNoTracking().Where(item => item.AttemptId == attempt.Id).ToListAsync());
        var questions = AllKinds.Questions.Concat(BankQuestions()).ToDictionary(question => question.Hash, StringComparer.Ordinal);
        return items.ToDictionary(item => item.Number, item => AllKinds.Right(questions[item.QuestionHash], item.AsPaperItem()));
    }

    /// <summary>As when a person has marked the written answers.</summary>
    private Task<int> GradeAsync(string slug) => app.WithDbAsync(db =>
        db.Attempts.Where(attempt => attempt.QuizSlug == slug && attempt.SubmittedAt != null).ExecuteUpdateAsync(set => set.SetProperty(attempt => attempt.Points, 54).SetProperty(attempt => attempt.Passed, false)));

    private static async Task<string> TextOf(HttpResponseMessage answer)
    {
        var text = new StringBuilder(answer.ToString());
        if (answer.Content.Headers.ContentType?.MediaType?.EndsWith("sheet", StringComparison.Ordinal) is true)
        {
            using var zip = new ZipArchive(new MemoryStream(await answer.Content.ReadAsByteArrayAsync()));
            foreach (var entry in zip.Entries)
            {
                using var reader = new StreamReader(entry.Open(), Encoding.UTF8);
                text.Append(entry.FullName).Append(await reader.ReadToEndAsync());
            }

            return text.ToString();
        }

        if (answer.Content.Headers.ContentType?.MediaType is "application/pdf")
        {
            var file = Directory.CreateTempSubdirectory().FullName + "/printed.pdf";
            await File.WriteAllBytesAsync(file, await answer.Content.ReadAsByteArrayAsync());
            var (exitCode, printed) = ExternalTool.Run("pdftotext", "poppler-utils", "-enc", "UTF-8", file, "-");
            Assert.True(exitCode is 0 && printed.Length > 0, "The PDF could not be read.");
            // Lines break anywhere.
            return text.Append(string.Concat(printed.Where(letter => !char.IsWhiteSpace(letter)))).ToString();
        }

        var body = await answer.Content.ReadAsStringAsync();
        return text.Append(body).Append(WebUtility.HtmlDecode(body)).Append(WebUtility.UrlDecode(answer.Headers.ToString())).Append(WebUtility.UrlDecode(answer.Content.Headers.ToString())).ToString();
    }
}

public sealed class UnreleasedToOthersOnSqlite(SqliteApp app) : UnreleasedToOthersTests(app), IClassFixture<SqliteApp>;
