using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using TrainingHub.Seeds;
using TrainingHub.Storage;

namespace TrainingHub.WebTests.Quizzes;

/// <summary>The application as a process of its own, killed between an answer and handing in: the receipts given are still true.</summary>
public abstract partial class KilledProcessTests(WebApp app)
{
    [Fact]
    public async Task Answers_with_a_receipt_survive_a_kill()
    {
        await app.FinishLessonsAsync(SmallWorld.Principal);
        var address = FreeAddress();
        var receipts = new List<string>();
        const string Path = $"/quizzes/{QuizSteps.Slug}/attempts/1";

        using (var first = await StartAsync(address))
        {
            using var browser = await SignInAsync(address);
            Assert.Equal(HttpStatusCode.Redirect, (await PostAsync(browser, $"/quizzes/{QuizSteps.Slug}/attempts")).StatusCode);
            var token = await TokenAsync(browser);
            for (var item = 1; item <= 12; item++)
            {
                using var answer = await PutAsync(browser, $"{Path}/answers/{item}", token, "A");
                receipts.Add((await answer.ReceiptAsync()).SavedAt);
            }

            // Some are on their way when the process dies: they have no receipt, and it does not matter what becomes of them.
            var onTheirWay = Enumerable.Range(13, 8).Select(item => Record.ExceptionAsync(() => PutAsync(browser, $"{Path}/answers/{item}", token, "A"))).ToList();
            first.Kill();
            await first.WaitForExitAsync();
            await Task.WhenAll(onTheirWay);
        }

        using var second = await StartAsync(address);
        try
        {
            using var browser = await SignInAsync(address);
            var paper = WebUtility.HtmlDecode(await browser.GetStringAsync(new Uri(Path, UriKind.Relative)));
            foreach (var (clock, count) in receipts.CountBy(clock => clock))
            {
                Assert.True(paper.Split($"已保存 {clock}").Length - 1 >= count, $"{clock} {count}");
            }

            Assert.Equal(HttpStatusCode.Redirect, (await PostAsync(browser, $"{Path}/submission")).StatusCode);
            Assert.InRange((await app.AttemptAsync(SmallWorld.Principal)).Answered ?? 0, 12, 20);
        }
        finally
        {
            second.Kill();
            await second.WaitForExitAsync();
        }
    }

    private async Task<Process> StartAsync(string address)
    {
        var start = new ProcessStartInfo("dotnet") { WorkingDirectory = AppContext.BaseDirectory, UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "TrainingHub.Web.dll"));
        var storage = app.Services.GetRequiredService<StorageOptions>();
        start.Environment["Data"] = storage.Data;
        start.Environment["Database"] = storage.Database.ToString();
        start.Environment["Connection"] = storage.Connection ?? "";
        start.Environment["World"] = "none";
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        start.Environment["ASPNETCORE_URLS"] = address;
        start.Environment["Logging__LogLevel__Default"] = "Warning";
        var process = Process.Start(start) ?? throw new InvalidOperationException("The application did not start.");
        process.OutputDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        using var client = new HttpClient { BaseAddress = new Uri(address) };
        var patience = Stopwatch.StartNew();
        while (await Record.ExceptionAsync(() => client.GetStringAsync(new Uri("/health", UriKind.Relative))) is { } exception)
        {
            Assert.False(process.HasExited, $"The application ended with {(process.HasExited ? process.ExitCode : 0)}.");
            Assert.True(patience.Elapsed < TimeSpan.FromMinutes(2), exception.Message);
            await Task.Delay(100);
        }

        return process;
    }

    private static async Task<HttpClient> SignInAsync(string address)
    {
        var browser = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = new Uri(address) };
        var page = await browser.GetStringAsync(new Uri("/account/session", UriKind.Relative));
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["Who"] = SmallWorld.Make().People.Single(person => string.Equals(person.Key, SmallWorld.Principal, StringComparison.Ordinal)).StaffNumber,
            ["Password"] = World.Password,
            ["__RequestVerificationToken"] = Field().Match(page).Groups[1].Value,
        });
        using var answer = await browser.PostAsync(new Uri("/account/session", UriKind.Relative), form);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return browser;
    }

    private static async Task<string> TokenAsync(HttpClient browser) =>
        (await browser.GetFromJsonAsync<Dictionary<string, string>>(new Uri("/account/token", UriKind.Relative)))!["token"];

    private static async Task<HttpResponseMessage> PostAsync(HttpClient browser, string path)
    {
        using var form = new FormUrlEncodedContent(new Dictionary<string, string> { ["__RequestVerificationToken"] = await TokenAsync(browser) });
        return await browser.PostAsync(new Uri(path, UriKind.Relative), form);
    }

    private static async Task<HttpResponseMessage> PutAsync(HttpClient browser, string path, string token, string choice)
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, new Uri(path, UriKind.Relative)) { Content = JsonContent.Create(new { version = 1, choice }) };
        request.Headers.Add("X-Csrf-Token", token);
        return await browser.SendAsync(request);
    }

    private static string FreeAddress()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}");
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" type=\"hidden\" value=\"([^\"]+)\"")]
    private static partial Regex Field();
}

public sealed class KilledProcessOnSqlite(SqliteApp app) : KilledProcessTests(app), IClassFixture<SqliteApp>;

public sealed class KilledProcessOnPostgres(PostgresApp app) : KilledProcessTests(app), IClassFixture<PostgresApp>;
