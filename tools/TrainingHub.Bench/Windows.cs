using System.Diagnostics;
using System.Globalization;

namespace TrainingHub.Bench;

/// <summary>
/// Runs a phase in windows of which the median counts. Before and after each window all cores run the calibration loop; a window whose
/// calibration is off by more than a fifth from the best of this run is repeated, three times at most in each phase. Then the least disturbed count.
/// </summary>
internal sealed class Windows(TimeSpan length)
{
    private const int Counted = 3;
    private const int MostRepeats = 3;
    private const double MostOff = 0.2;

    // Whatever disturbs the machine makes the loop slower, never faster: the best run so far is what the undisturbed machine can do.
    private double _best;

    /// <summary>Everything that went wrong in any window, the repeated ones too.</summary>
    public int Errors { get; private set; }

    /// <param name="operation">One operation of one worker: returns milliseconds, null when there is nothing left to do.</param>
    /// <param name="beforeEach">Not measured.</param>
    public async Task<IReadOnlyList<Tally>> RunAsync(string phase, int workers, Func<int, Task<double?>> operation, Func<Task>? beforeEach = null)
    {
        var windows = new List<(Tally Tally, double Calibration)>();
        while (windows.Count(window => !IsOff(window.Calibration)) < Counted && windows.Count < Counted + MostRepeats)
        {
            if (beforeEach is not null)
            {
                await beforeEach();
            }

            var before = Calibrate();
            var tally = await RunOnceAsync(length, workers, operation);
            var after = Calibrate();
            Errors += tally.Errors;
            tally.Number = windows.Count + 1;
            windows.Add((tally, Math.Min(before, after)));
            Print(phase, tally, before, after, IsOff(windows[^1].Calibration) ? "  ← calibration off" : "");
        }

        var counted = windows.OrderBy(window => IsOff(window.Calibration)).ThenByDescending(window => window.Calibration).Take(Counted).ToList();
        if (counted.Exists(window => IsOff(window.Calibration)))
        {
            Console.WriteLine($"           the machine was not quiet: of {phase} the least disturbed windows count");
        }

        return [.. counted.Select(window => window.Tally)];
    }

    public static async Task<Tally> RunOnceAsync(TimeSpan length, int workers, Func<int, Task<double?>> operation)
    {
        var sum = new Tally();
        var since = Stopwatch.GetTimestamp();
        foreach (var tally in await Task.WhenAll(Enumerable.Range(0, workers).Select(worker => Task.Run(() => WorkAsync(worker)))))
        {
            sum.Take(tally);
        }

        sum.Seconds = Stopwatch.GetElapsedTime(since).TotalSeconds;
        return sum;

        async Task<Tally> WorkAsync(int worker)
        {
            var tally = new Tally();
            while (Stopwatch.GetElapsedTime(since) < length)
            {
                try
                {
                    if (await operation(worker) is not { } milliseconds)
                    {
                        break;
                    }

                    tally.Add(milliseconds);
                }
                catch (Exception exception) when (exception is UnexpectedAnswerException or HttpRequestException or TaskCanceledException)
                {
                    tally.Fail(exception.Message);
                }
            }

            return tally;
        }
    }

    public static double Median(IEnumerable<double> values) => values.Order().ElementAt(Counted / 2);

    private double Calibrate()
    {
        var steps = Calibration.Run();
        _best = Math.Max(_best, steps);
        return steps;
    }

    private bool IsOff(double steps) => steps < _best * (1 - MostOff);

    private static void Print(string phase, Tally tally, double before, double after, string remark)
    {
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{phase,-10} {tally.PerSecond,8:0.0}/s  p50 {tally.Percentile(0.5),7:0.0} ms  p95 {tally.Percentile(0.95),7:0.0} ms  p99 {tally.Percentile(0.99),7:0.0} ms  {tally.Done,6} in {tally.Seconds:0.0} s  errors {tally.Errors}  calibration {before:0} → {after:0}{remark}"));
        if (tally.FirstError is not null)
        {
            Console.WriteLine($"           first error: {tally.FirstError}");
        }
    }
}
