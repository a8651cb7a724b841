using System.Collections.Concurrent;
using TrainingHub.Time;

namespace TrainingHub.Account;

/// <summary>
/// Slows down guessing at many accounts; eight wrong passwords lock the one account anyway. Counts failures only, so the five hundred good
/// sign-ins of a whole school behind one address pass; two hundred failures from one address within ten minutes close it for the rest of them.
/// Two hundred: when five hundred people sign in at the same bell, two in five may mistype once, and a guesser still gets no more than twelve
/// hundred tries an hour over all accounts together. Browsers that signed in before are not shut out: see <see cref="KnownBrowsers"/>.
/// </summary>
/// <param name="clock">The application's.</param>
/// <param name="most">What closes it, where something else than wrong passwords is counted.</param>
public sealed class FailureLimiter(DayClock clock, int most = FailureLimiter.MostFailures)
{
    public const int MostFailures = 200;
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(10);
    private readonly ConcurrentDictionary<string, Queue<DateTime>> _failures = new(StringComparer.Ordinal);

    /// <param name="address">As <see cref="Hosting.NetworkAddress"/> writes it, with whatever else is counted apart.</param>
    public bool IsClosed(string address)
    {
        if (!_failures.TryGetValue(address, out var failures))
        {
            return false;
        }

        lock (failures)
        {
            Forget(failures);
            return failures.Count >= most;
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
