using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace TrainingHub.WebTests.Guards;

/// <summary>A clean copy of the repository, published in Release as an operator would, and running without a demo world.</summary>
public sealed class PublishedApp : IAsyncLifetime
{
    private static readonly TimeSpan LongestPublish = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan LongestStart = TimeSpan.FromMinutes(2);

    private readonly string _folder = Directory.CreateTempSubdirectory("traininghub-publish-").FullName;
    private readonly StringBuilder _output = new();
    private Process? _application;

    public HttpClient Http { get; private set; } = new();

    /// <summary>Where the application was published to.</summary>
    public string Application => Path.Combine(_folder, "application");

    public async Task InitializeAsync()
    {
        var copy = Path.Combine(_folder, "copy");
        foreach (var file in (await RunAsync("git", TestFiles.Root, "ls-files", "--cached", "--others", "--exclude-standard", "-z")).Split('\0', StringSplitOptions.RemoveEmptyEntries))
        {
            CopyFile(Path.Combine(TestFiles.Root, file), Path.Combine(copy, file));
        }

        // The same text has just been built with all analyzers: once is enough.
        await RunAsync("dotnet", copy, "publish", Path.Combine("src", "TrainingHub.Web"), "-c", "Release", "-o", Application, "-p:RunAnalyzers=false", "-nologo", "-v", "quiet");
        await StartAsync();
    }

    public async Task DisposeAsync()
    {
        Http.Dispose();
        if (_application is { HasExited: false })
        {
            _application.Kill(entireProcessTree: true);
            await _application.WaitForExitAsync();
        }

        _application?.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private async Task StartAsync()
    {
        var address = new Uri($"http://127.0.0.1:{FreePort()}");
        _application = Start("dotnet", Application, Path.Combine(Application, "TrainingHub.Web.dll"),
            "--urls", address.ToString(), "--Data", Path.Combine(_folder, "data"), "--Database", "sqlite", "--World", "none");
        Http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = address };
        var since = Stopwatch.StartNew();
        while (since.Elapsed < LongestStart && !_application.HasExited)
        {
            try
            {
                using var answer = await Http.GetAsync(new Uri("/health", UriKind.Relative));
                if (answer.StatusCode == HttpStatusCode.OK)
                {
                    return;
                }
            }
            catch (HttpRequestException)
            {
                // Not listening yet.
            }

            await Task.Delay(100);
        }

        throw new InvalidOperationException($"The published application did not start:\n{_output}");
    }

    private async Task<string> RunAsync(string program, string folder, params string[] arguments)
    {
        _output.Clear();
        using var process = Start(program, folder, arguments);
        using var limit = new CancellationTokenSource(LongestPublish);
        await process.WaitForExitAsync(limit.Token);
        return process.ExitCode == 0 ? _output.ToString() : throw new InvalidOperationException($"{program} {string.Join(' ', arguments)}:\n{_output}");
    }

    private Process Start(string program, string folder, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
        };
        // The test host's own MSBuild settings would lead the build inside to the wrong files.
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("MSBuild", StringComparison.OrdinalIgnoreCase) || name.StartsWith("ASPNETCORE_", StringComparison.Ordinal)).ToList())
        {
            start.Environment.Remove(name);
        }

        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        start.Environment["DOTNET_CLI_USE_MSBUILD_SERVER"] = "0";
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        var process = new Process { StartInfo = start };
        process.OutputDataReceived += (_, line) => Keep(line.Data);
        process.ErrorDataReceived += (_, line) => Keep(line.Data);
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;
    }

    private void Keep(string? line)
    {
        if (line is not null)
        {
            lock (_output)
            {
                _output.AppendLine(line);
            }
        }
    }

    private static void CopyFile(string from, string to)
    {
        // git names files that were deleted but not yet committed, too.
        if (File.Exists(from))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(to)!);
            File.Copy(from, to);
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
