using System.Collections.Concurrent;
using TrainingHub.Time;

namespace TrainingHub.Account;

/// <summary>
/// Slows down guessing. Counts failures only, so five hundred good sign-ins of a whole school behind one address pass;
/// forty failures from one address within ten minutes close it for the rest of them.
/// </summary>
public sealed class FailureLimiter(DayClock clock)
{
    private const int MostFailures = 40;
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(10);
    private readonly ConcurrentDictionary<string, Queue<DateTime>> _failures = new(StringComparer.Ordinal);

    public bool IsClosed(string address)
    {
        if (!_failures.TryGetValue(address, out var failures))
        {
            return false;
        }

        lock (failures)
        {
            Forget(failures);
            return failures.Count >= MostFailures;
        }
    }

    public void Failed(string address)
    {
        if (_failures.Count > 20_000)
        {
            // Under an attack from very many addresses memory comes first; per-account lock-out still holds.
            _failures.Clear();
        }

        var failures = _failures.GetOrAdd(address, _ => new Queue<DateTime>());
        lock (failures)
        {
            Forget(failures);
            failures.Enqueue(clock.Now);
        }
    }

    private void Forget(Queue<DateTime> failures)
    {
        var oldest = clock.Now - Window;
        while (failures.TryPeek(out var first) && first < oldest)
        {
            failures.Dequeue();
        }
    }
}
