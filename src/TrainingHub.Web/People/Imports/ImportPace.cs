using System.Diagnostics;
using TrainingHub.Storage;

namespace TrainingHub.People.Imports;

/// <summary>
/// How many rows one transaction takes, so that it holds SQLite's only writer for about 20 ms while people answer papers and for about 35 ms otherwise,
/// whatever the machine and the roster: each step tells what the next one may take. It never holds it longer than 50 ms unless the machine stalls.
/// </summary>
public sealed partial class ImportPace(RushHour rush, ILogger<ImportPace> logger)
{
    private const int Fewest = 5, Most = 1000, Start = 20, WithManyWriters = 250;
    private const double AimedInRush = 20, AimedInQuiet = 35;

    // After a stall the next step is a third, not a hundredth; after a quick one it grows gently.
    private const double LeastFactor = 0.33, MostFactor = 1.3;
    private readonly int[] _rows = [.. Enum.GetValues<ImportTask>().Select(_ => Start)];

    /// <summary>Rows of the next step. PostgreSQL has more than one writer and takes as many as are good for it.</summary>
    public int RowsFor(Db db, ImportTask task) => db.IsPostgres ? WithManyWriters : Volatile.Read(ref _rows[(int)task]);

    /// <summary>Learns from a step.</summary>
    /// <param name="task">What it did.</param>
    /// <param name="rows">Rows it took.</param>
    /// <param name="began">Its <see cref="Stopwatch.GetTimestamp"/>, taken when it had the writer.</param>
    public void Learn(ImportTask task, int rows, long began)
    {
        var took = Stopwatch.GetElapsedTime(began).TotalMilliseconds;
        WriterHeld(logger, took, task, rows);
        ref var next = ref _rows[(int)task];
        var factor = Math.Clamp((rush.IsOn ? AimedInRush : AimedInQuiet) / Math.Max(took, 0.1), LeastFactor, MostFactor);
        // The last step of a roster takes fewer rows than it might: that says nothing about more.
        if (factor < 1 || rows >= Volatile.Read(ref next))
        {
            Volatile.Write(ref next, Math.Clamp((int)Math.Ceiling(rows * factor), Fewest, Most));
        }
    }

    [LoggerMessage(EventId = 254, Level = LogLevel.Debug, Message = "A roster import held the writer for {Milliseconds:0.0} ms: {Task}, {Rows} rows.")]
    private static partial void WriterHeld(ILogger logger, double milliseconds, ImportTask task, int rows);
}
