using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using TrainingHub.Seeds;
using TrainingHub.Storage;

namespace TrainingHub.WebTests;

/// <summary>The application as a process of its own over the database of a test, by the machine's clock, with all background work: it can be killed.</summary>
internal sealed partial class RunningApp(Process process, string address) : IAsyncDisposable
{
    /// <param name="app">Whose database it serves.</param>
    /// <param name="at">The address of one that was killed, so that its browsers go on; null for a free one.</param>
    public static async Task<RunningApp> StartAsync(WebApp app, string? at = null)
    {
        var address = at ?? FreeAddress();
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
        // It lives for seconds: what would only pay after minutes costs starting.
        start.Environment["DOTNET_TieredPGO"] = "0";
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

        return new RunningApp(process, address);
    }

    public string Address => address;

    /// <summary>A signal that cannot be caught, as kill -9 sends it.</summary>
    public async Task KillAsync()
    {
        if (!process.HasExited)
        {
            process.Kill();
            await process.WaitForExitAsync();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        process.Dispose();
    }

    /// <summary>A browser signed in as a person of the small world, by key.</summary>
    public async Task<HttpClient> SignInAsync(string personKey)
    {
        var browser = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = new Uri(address) };
        var page = await browser.GetStringAsync(new Uri("/account/session", UriKind.Relative));
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["Who"] = SmallWorld.Make().People.Single(person => string.Equals(person.Key, personKey, StringComparison.Ordinal)).StaffNumber,
            ["Password"] = World.Password,
            ["__RequestVerificationToken"] = Field().Match(page).Groups[1].Value,
        });
        using var answer = await browser.PostAsync(new Uri("/account/session", UriKind.Relative), form);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return browser;
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

internal static class RunningBrowser
{
    extension(HttpClient browser)
    {
        /// <summary>The token that forms and modules send.</summary>
        public async Task<string> TokenAsync() =>
            (await browser.GetFromJsonAsync<Dictionary<string, string>>(new Uri("/account/token", UriKind.Relative)))!["token"];

        public async Task<HttpResponseMessage> PostFormAsync(string path, params (string Name, string Value)[] fields)
        {
            using var form = new FormUrlEncodedContent([.. fields.Select(field => KeyValuePair.Create(field.Name, field.Value)), new("__RequestVerificationToken", await browser.TokenAsync())]);
            return await browser.PostAsync(new Uri(path, UriKind.Relative), form);
        }

        /// <summary>The page's text, decoded.</summary>
        public async Task<string> ReadPageAsync(string path) => WebUtility.HtmlDecode(await browser.GetStringAsync(new Uri(path, UriKind.Relative)));
    }
}
