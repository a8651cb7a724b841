namespace TrainingHub.Bench;

/// <summary>What happened in one window. Each worker counts for itself; the sums are made afterwards.</summary>
internal sealed class Tally
{
    private readonly List<double> _milliseconds = new(4096);

    public int Done => _milliseconds.Count;

    public int Errors { get; private set; }

    public string? FirstError { get; private set; }

    /// <summary>Of the window in its phase, from 1.</summary>
    public int Number { get; set; }

    /// <summary>How long the window really was.</summary>
    public double Seconds { get; set; }

    public double PerSecond => Seconds > 0 ? Done / Seconds : 0;

    public void Add(double milliseconds) => _milliseconds.Add(milliseconds);

    public void Fail(string why)
    {
        Errors++;
        FirstError ??= why;
    }

    public void Take(Tally other)
    {
        _milliseconds.AddRange(other._milliseconds);
        Errors += other.Errors;
        FirstError ??= other.FirstError;
    }

    /// <summary>The time below which this share of all operations stayed, for instance 0.95. Zero when there were none.</summary>
    public double Percentile(double share)
    {
        if (_milliseconds.Count == 0)
        {
            return 0;
        }

        var sorted = _milliseconds.Order().ToList();
        return sorted[Math.Min(sorted.Count - 1, (int)Math.Ceiling(share * sorted.Count) - 1)];
    }
}
