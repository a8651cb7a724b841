using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace TrainingHub.Bench;

/// <summary>The published application as a process of its own, with the bench world, on a free loopback port.</summary>
internal sealed class Application : IAsyncDisposable
{
    private static readonly TimeSpan LongestStart = TimeSpan.FromMinutes(40);
    private readonly BenchOptions _options;
    private readonly Queue<string> _lastLines = new();
    private Process _process;
    private long _mostMemory;
    private TimeSpan _earlierProcessorTime;

    private Application(BenchOptions options, Uri address)
    {
        _options = options;
        Address = address;
        _process = Launch();
        // The wrapper ends this driver by a signal when it is interrupted itself: the application must not stay behind.
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Kill();
    }

    public Uri Address { get; }

    /// <summary>Called with every line that the application writes to its log.</summary>
    public Action<string>? Listener { get; set; }

    /// <summary>Processor time used so far.</summary>
    public TimeSpan ProcessorTime
    {
        get
        {
            _process.Refresh();
            return _earlierProcessorTime + _process.TotalProcessorTime;
        }
    }

    /// <summary>Bytes of memory in use, as the machine counts them.</summary>
    public long Memory
    {
        get
        {
            _process.Refresh();
            return _process.WorkingSet64;
        }
    }

    /// <summary>The most there were at any time so far.</summary>
    public long MostMemory
    {
        get
        {
            _process.Refresh();
            return Math.Max(_mostMemory, _process.PeakWorkingSet64);
        }
    }

    /// <summary>Starts it and waits until it is healthy: database migrated, courses published, world loaded.</summary>
    public static async Task<Application> StartAsync(BenchOptions options)
    {
        var application = new Application(options, new Uri($"http://127.0.0.1:{FreePort()}"));
        try
        {
            await application.WaitAsync();
            return application;
        }
        catch
        {
            await application.DisposeAsync();
            throw;
        }
    }

    /// <summary>Kills it as kill -9 does and starts it anew at the same address, with the same data; comes back when it is healthy.</summary>
    public async Task RestartAsync()
    {
        (_mostMemory, _earlierProcessorTime) = (MostMemory, ProcessorTime);
        Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
        _process = Launch();
        await WaitAsync();
    }

    /// <summary>Runs a verb of the application over the same database, beside the one that serves; comes back when it has ended well.</summary>
    public async Task RunAsync(params string[] verb)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(_options.Application, "TrainingHub.Web.dll"), .. verb, "--Data", _options.Data, "--Database", _options.Database])
        {
            WorkingDirectory = _options.Application,
            UseShellExecute = false,
        };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        using var process = Process.Start(start) ?? throw new InvalidOperationException("The verb did not start.");
        await process.WaitForExitAsync();
        Visitor.Check(process.ExitCode == 0, $"{verb[0]} ended with {process.ExitCode}");
    }

    private Process Launch()
    {
        var start = new ProcessStartInfo("dotnet",
            [Path.Combine(_options.Application, "TrainingHub.Web.dll"), "--urls", Address.ToString(), "--Data", _options.Data,
             "--Database", _options.Database, "--World", _options.World, "--Logging:LogLevel:Default", "Warning",
             "--Logging:LogLevel:TrainingHub.People.Imports.ImportPace", "Debug",
             "--Logging:LogLevel:TrainingHub.Quizzes.SubmitAttempt", _options.Bench is "chaos" ? "Information" : "Warning"])
        {
            WorkingDirectory = _options.Application,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        if (_options.Courses is { } courses)
        {
            start.ArgumentList.Add("--Courses");
            start.ArgumentList.Add(courses);
        }

        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        var process = new Process { StartInfo = start };
        process.OutputDataReceived += (_, line) => Keep(line.Data);
        process.ErrorDataReceived += (_, line) => Keep(line.Data);
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;
    }

    public async ValueTask DisposeAsync()
    {
        if (Kill())
        {
            await _process.WaitForExitAsync();
        }
    }

    private bool Kill()
    {
        if (_process.HasExited)
        {
            return false;
        }

        _process.Kill(entireProcessTree: true);
        return true;
    }

    private async Task WaitAsync()
    {
        using var http = new HttpClient { BaseAddress = Address };
        var since = Stopwatch.StartNew();
        while (since.Elapsed < LongestStart)
        {
            if (_process.HasExited)
            {
                throw new InvalidOperationException($"The application ended while starting:\n{string.Join('\n', _lastLines)}");
            }

            try
            {
                using var answer = await http.GetAsync(new Uri("/health", UriKind.Relative));
                if (answer.StatusCode == HttpStatusCode.OK)
                {
                    return;
                }
            }
            catch (HttpRequestException)
            {
                // Not listening yet.
            }

            await Task.Delay(200);
        }

        throw new InvalidOperationException($"The application was not healthy after {LongestStart}:\n{string.Join('\n', _lastLines)}");
    }

    private void Keep(string? line)
    {
        if (line is null)
        {
            return;
        }

        Listener?.Invoke(line);
        lock (_lastLines)
        {
            _lastLines.Enqueue(line);
            if (_lastLines.Count > 40)
            {
                _lastLines.Dequeue();
            }
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
