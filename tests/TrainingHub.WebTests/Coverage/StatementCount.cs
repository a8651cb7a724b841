using System.Diagnostics;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace TrainingHub.WebTests.Coverage;

/// <summary>Counts the SQL commands that one flow of calls sends, whatever other tests do meanwhile.</summary>
internal sealed class StatementCount : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
{
    private readonly AsyncLocal<bool> _isOn = new();
    private readonly List<IDisposable> _subscriptions = [];
    private int _count;

    public StatementCount() => _subscriptions.Add(DiagnosticListener.AllListeners.Subscribe(this));

    public int Count => _count;

    public async Task OfAsync(Func<Task> action)
    {
        _isOn.Value = true;
        await action();
        _isOn.Value = false;
    }

    public void OnNext(DiagnosticListener value)
    {
        if (string.Equals(value.Name, DbLoggerCategory, StringComparison.Ordinal))
        {
            _subscriptions.Add(value.Subscribe(this));
        }
    }

    public void OnNext(KeyValuePair<string, object?> value)
    {
        if (_isOn.Value && string.Equals(value.Key, RelationalEventId.CommandExecuting.Name, StringComparison.Ordinal))
        {
            Interlocked.Increment(ref _count);
        }
    }

    public void OnCompleted()
    {
    }

    public void OnError(Exception error)
    {
    }

    public void Dispose() => _subscriptions.ForEach(subscription => subscription.Dispose());

    private const string DbLoggerCategory = "Microsoft.EntityFrameworkCore";
}
