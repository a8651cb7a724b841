using System.Diagnostics;
using TrainingHub.Storage;

namespace TrainingHub.People.Imports;

/// <summary>
/// How many rows one transaction takes, so that it holds SQLite's only writer for about 30 ms whatever the machine: a longer step halves
/// the next one, a much shorter one lets it grow.
/// </summary>
public sealed class ImportPace
{
    private const int Fewest = 20, Most = 500, Start = 50, WithManyWriters = 250;
    private static readonly TimeSpan Long = TimeSpan.FromMilliseconds(40), Short = TimeSpan.FromMilliseconds(15);
    private int _rows = Start;

    /// <summary>Rows of the next step. PostgreSQL has more than one writer and takes as many as are good for it.</summary>
    public int RowsFor(Db db) => db.IsPostgres ? WithManyWriters : Volatile.Read(ref _rows);

    /// <summary>Learns from a step that took all the rows it might.</summary>
    /// <param name="rows">Rows it took.</param>
    /// <param name="began">Its <see cref="Stopwatch.GetTimestamp"/>, taken when it had the writer.</param>
    public void Learn(int rows, long began)
    {
        var took = Stopwatch.GetElapsedTime(began);
        if (took > Long)
        {
            Volatile.Write(ref _rows, Math.Max(rows / 2, Fewest));
        }
        else if (took < Short && rows >= _rows)
        {
            Volatile.Write(ref _rows, Math.Min(rows + rows / 4 + 1, Most));
        }
    }
}
