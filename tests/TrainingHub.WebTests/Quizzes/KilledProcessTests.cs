using System.Net;
using System.Net.Http.Json;
using TrainingHub.Seeds;

namespace TrainingHub.WebTests.Quizzes;

/// <summary>
/// The application as a process of its own, killed between an answer and handing in: the receipts given are still true, and another browser goes on.
/// On both databases, with more kills and a failing network: <see cref="ShakyNetworkTests"/>.
/// </summary>
public sealed class KilledProcessTests(SqliteApp app) : IClassFixture<SqliteApp>
{
    [Fact]
    public async Task Answers_with_a_receipt_survive_a_kill()
    {
        await app.FinishLessonsAsync(SmallWorld.Principal);
        var receipts = new List<string>();
        const string Path = $"/quizzes/{QuizSteps.Slug}/attempts/1";

        await using (var first = await RunningApp.StartAsync(app))
        {
            using var browser = await first.SignInAsync(SmallWorld.Principal);
            Assert.Equal(HttpStatusCode.Redirect, (await browser.PostFormAsync($"/quizzes/{QuizSteps.Slug}/attempts")).StatusCode);
            var token = await browser.TokenAsync();
            for (var item = 1; item <= 12; item++)
            {
                using var answer = await PutAsync(browser, $"{Path}/answers/{item}", token, "A");
                receipts.Add((await answer.ReceiptAsync()).SavedAt);
            }

            // Some are on their way when the process dies: they have no receipt, and it does not matter what becomes of them.
            var onTheirWay = Enumerable.Range(13, 8).Select(item => Record.ExceptionAsync(() => PutAsync(browser, $"{Path}/answers/{item}", token, "A"))).ToList();
            await first.KillAsync();
            await Task.WhenAll(onTheirWay);
        }

        await using var second = await RunningApp.StartAsync(app);
        using var later = await second.SignInAsync(SmallWorld.Principal);
        // Another browser: it takes the attempt over first.
        Assert.Equal(HttpStatusCode.Redirect, (await later.PostFormAsync($"{Path}/takeover")).StatusCode);
        var paper = await later.ReadPageAsync(Path);
        foreach (var (clock, count) in receipts.CountBy(clock => clock))
        {
            Assert.True(paper.Split($"已保存 {clock}").Length - 1 >= count, $"{clock} {count}");
        }

        Assert.Equal(HttpStatusCode.Redirect, (await later.PostFormAsync($"{Path}/submission")).StatusCode);
        Assert.InRange((await app.AttemptAsync(SmallWorld.Principal)).Answered ?? 0, 12, 20);
    }

    private static async Task<HttpResponseMessage> PutAsync(HttpClient browser, string path, string token, string choice)
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, new Uri(path, UriKind.Relative)) { Content = JsonContent.Create(new { version = 1, choice }) };
        request.Headers.Add("X-Csrf-Token", token);
        return await browser.SendAsync(request);
    }
}
