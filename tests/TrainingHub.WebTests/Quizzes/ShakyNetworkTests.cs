using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TrainingHub.Questions;
using TrainingHub.Quizzes;
using TrainingHub.Seeds;
using TrainingHub.Storage;
using TrainingHub.Tests;

namespace TrainingHub.WebTests.Quizzes;

/// <summary>
/// Answers over a network that fails, to a server that is killed twice: every answer with a receipt is in the graded paper, and every paper is graded once.
/// The same with five hundred papers and twenty kills: <c>tools/bench chaos</c>.
/// </summary>
public abstract class ShakyNetworkTests(WebApp app)
{
    private const int Seed = 20261122;
    private const int Kills = 2;
    private static readonly string[] Sitting =
        [SmallWorld.Principal, SmallWorld.VicePrincipal, SmallWorld.Responsible, SmallWorld.Teacher, SmallWorld.BinhePrincipal, SmallWorld.WangchuanPrincipal, SmallWorld.SchoolAdministrator, SmallWorld.CityOfficer];

    [Fact]
    public async Task Keeps_every_receipt_and_grades_every_paper_once()
    {
        foreach (var person in Sitting)
        {
            await app.FinishLessonsAsync(person);
        }

        var random = new Random(Seed);
        var server = await RunningApp.StartAsync(app);
        var sitters = new List<ShakySitter>();
        foreach (var person in Sitting)
        {
            sitters.Add(await SitDownAsync(server, person, new Random(random.Next())));
        }

        using var closed = new CancellationTokenSource();
        var answering = sitters.Select((sitter, place) => AnswerAsync(sitter, new Random(Seed + place), closed.Token)).ToList();
        for (var kill = 1; kill <= Kills; kill++)
        {
            var wanted = sitters.Sum(sitter => sitter.Receipts) + random.Next(20, 60);
            while (sitters.Sum(sitter => sitter.Receipts) < wanted && answering.Exists(task => !task.IsCompleted))
            {
                await Task.Delay(5);
            }

            await server.DisposeAsync();
            server = await RunningApp.StartAsync(app, server.Address);
        }

        // Half of them press the button; the browsers of the others are closed before they have answered all.
        await Task.WhenAll(answering.Take(Sitting.Length / 2));
        await Task.WhenAll(sitters.Take(Sitting.Length / 2).Select(sitter => sitter.HandInAsync()));
        await closed.CancelAsync();
        await Task.WhenAll(answering);
        await server.DisposeAsync();
        await GradeTheRestAsync();

        Assert.True(sitters.Sum(sitter => sitter.Receipts) > 100);
        foreach (var (person, sitter) in Sitting.Zip(sitters))
        {
            var attempt = await app.AttemptAsync(person);
            var graded = await GradedAsync(attempt.Id);
            Assert.Equal((1, graded.Points, graded.Answered), (attempt.Version, attempt.Points, attempt.Answered));
            Assert.Empty(graded.Items.Select(item => sitter.Broken(item.Item.Number, item.Response.ToString())).OfType<string>());
        }
    }

    private static async Task<ShakySitter> SitDownAsync(RunningApp server, string person, Random random)
    {
        var browser = await server.SignInAsync(person);
        using var started = await browser.PostFormAsync($"/quizzes/{QuizSteps.Slug}/attempts");
        return new ShakySitter(browser, started.Headers.Location!.OriginalString, await browser.TokenAsync(), random);
    }

    private static async Task AnswerAsync(ShakySitter sitter, Random random, CancellationToken leaves)
    {
        for (var item = 1; item <= 20; item++)
        {
            await sitter.AnswerAsync(item, [.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => random.Next(2) == 0 ? "A" : "B")], leaves);
        }
    }

    // By two at once, as two processes would.
    private async Task GradeTheRestAsync()
    {
        app.Clock.MoveTo(new DateTimeOffset(await app.WithDbAsync(db => db.Attempts.MaxAsync(attempt => attempt.Deadline)), TimeSpan.Zero).AddMinutes(1));
        await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => app.InsideAsync(services => services.GetRequiredService<GradeOverdueAttempts>().RunAsync(default))));
    }

    private Task<GradedPaper> GradedAsync(Guid attemptId) => app.InsideAsync(async services =>
    {
        var db = services.GetRequiredService<Db>();
        var items = await db.AttemptItems.AsNoTracking().Where(item => item.AttemptId == attemptId).ToListAsync();
        var log = await db.AnswerEntries.AsNoTracking().Where(entry => entry.AttemptId == attemptId).ToListAsync();
        var questions = await services.GetRequiredService<QuestionShelf>().QuestionsAsync([.. items.Select(item => item.QuestionHash)], default);
        return GradedPaper.Of(items.Select(item => item.AsPaperItem()), questions, log);
    });
}

public sealed class ShakyNetworkOnSqlite(SqliteApp app) : ShakyNetworkTests(app), IClassFixture<SqliteApp>;

public sealed class ShakyNetworkOnPostgres(PostgresApp app) : ShakyNetworkTests(app), IClassFixture<PostgresApp>;
