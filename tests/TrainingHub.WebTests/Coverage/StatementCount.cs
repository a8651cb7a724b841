using System.Diagnostics;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace TrainingHub.WebTests.Coverage;

/// <summary>
/// Counts the SQL commands that one flow of calls sends, whatever other tests do meanwhile. Once begun it listens for good: a context that found
/// nobody listening asks again only a second later.
/// </summary>
internal sealed class StatementCount : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>
{
    private const string EntityFramework = "Microsoft.EntityFrameworkCore";
    private static readonly AsyncLocal<StrongBox<int>?> Counted = new();
    private static readonly IDisposable Subscription = DiagnosticListener.AllListeners.Subscribe(new StatementCount());

    private StatementCount()
    {
    }

    /// <summary>Begins to listen: before the application is started.</summary>
    public static void Begin() => GC.KeepAlive(Subscription);

    public static async Task<int> OfAsync(Func<Task> action)
    {
        var count = Counted.Value = new StrongBox<int>();
        await action();
        Counted.Value = null;
        return count.Value;
    }

    public void OnNext(DiagnosticListener value)
    {
        if (string.Equals(value.Name, EntityFramework, StringComparison.Ordinal))
        {
            value.Subscribe(this);
        }
    }

    public void OnNext(KeyValuePair<string, object?> value)
    {
        if (Counted.Value is { } count && string.Equals(value.Key, RelationalEventId.CommandExecuting.Name, StringComparison.Ordinal))
        {
            Interlocked.Increment(ref count.Value);
        }
    }

    public void OnCompleted()
    {
    }

    public void OnError(Exception error)
    {
    }
}
