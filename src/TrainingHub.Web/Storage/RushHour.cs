using System.Diagnostics;

namespace TrainingHub.Storage;

/// <summary>
/// Whether people are answering papers at the moment. Long work in the background asks after each step and then leaves the cores and SQLite's
/// only writer to them for most of the time: it takes longer, and their answers are saved as quickly as without it.
/// </summary>
public sealed class RushHour
{
    private static readonly TimeSpan Lasts = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestRest = TimeSpan.FromMilliseconds(500);

    /// <summary>The rest is so many times as long as the step was.</summary>
    private const int Rests = 4;

    private long _last = long.MinValue;

    /// <summary>Somebody saves an answer.</summary>
    public void Note() => Volatile.Write(ref _last, Stopwatch.GetTimestamp());

    /// <summary>Whether somebody saved an answer within the last second.</summary>
    public bool IsOn => Volatile.Read(ref _last) is var last && last != long.MinValue && Stopwatch.GetElapsedTime(last) <= Lasts;

    /// <summary>Rests after a step, if anybody is answering; else comes back at once.</summary>
    /// <param name="began">Of the step: its <see cref="Stopwatch.GetTimestamp"/>.</param>
    /// <param name="cancel">Ends the rest.</param>
    public Task RestAsync(long began, CancellationToken cancel)
    {
        if (!IsOn)
        {
            return Task.CompletedTask;
        }

        var rest = Stopwatch.GetElapsedTime(began) * Rests;
        return Task.Delay(rest < LongestRest ? rest : LongestRest, cancel);
    }
}
