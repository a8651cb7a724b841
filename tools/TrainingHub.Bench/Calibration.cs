using System.Diagnostics;

namespace TrainingHub.Bench;

/// <summary>How much one second of all cores is worth at the moment: on a shared machine figures mean nothing without it.</summary>
internal static class Calibration
{
    /// <summary>Millions of steps of a fixed computation that all cores together made in one second.</summary>
    public static double Run()
    {
        var steps = new long[Environment.ProcessorCount];
        var threads = Enumerable.Range(0, steps.Length).Select(core => new Thread(() => steps[core] = Count())).ToList();
        threads.ForEach(thread => thread.Start());
        threads.ForEach(thread => thread.Join());
        return steps.Sum() / 1e6;
    }

    private static long Count()
    {
        var (since, steps, value) = (Stopwatch.GetTimestamp(), 0L, 88_172_645_463_325_252UL);
        while (Stopwatch.GetElapsedTime(since) < TimeSpan.FromSeconds(1))
        {
            for (var step = 0; step < 10_000; step++)
            {
                value ^= value << 13;
                value ^= value >> 7;
                value ^= value << 17;
            }

            steps += 10_000;
        }

        // The value is used, so that the loop is not optimized away.
        return value == 0 ? 0 : steps;
    }
}
