using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace TrainingHub.Bench;

/// <summary>The published application as a process of its own, with the bench world, on a free loopback port.</summary>
internal sealed class Application : IAsyncDisposable
{
    private static readonly TimeSpan LongestStart = TimeSpan.FromMinutes(10);
    private readonly Process _process;
    private readonly Queue<string> _lastLines = new();

    private Application(Process process, Uri address)
    {
        _process = process;
        Address = address;
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
            return _process.TotalProcessorTime;
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
            return _process.PeakWorkingSet64;
        }
    }

    /// <summary>Starts it and waits until it is healthy: database migrated, courses published, world loaded.</summary>
    public static async Task<Application> StartAsync(BenchOptions options)
    {
        var address = new Uri($"http://127.0.0.1:{FreePort()}");
        var start = new ProcessStartInfo("dotnet",
            [Path.Combine(options.Application, "TrainingHub.Web.dll"), "--urls", address.ToString(), "--Data", options.Data,
             "--Database", options.Database, "--World", "bench", "--Logging:LogLevel:Default", "Warning",
             "--Logging:LogLevel:TrainingHub.People.Imports.ImportPace", "Debug"])
        {
            WorkingDirectory = options.Application,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        if (options.Courses is { } courses)
        {
            start.ArgumentList.Add("--Courses");
            start.ArgumentList.Add(courses);
        }

        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        var process = new Process { StartInfo = start };
        var application = new Application(process, address);
        process.OutputDataReceived += (_, line) => application.Keep(line.Data);
        process.ErrorDataReceived += (_, line) => application.Keep(line.Data);
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
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
