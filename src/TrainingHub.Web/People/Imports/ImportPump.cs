using System.Diagnostics;
using TrainingHub.Hosting;
using TrainingHub.Storage;

namespace TrainingHub.People.Imports;

/// <summary>Works off imports in the background, one at a time, each step in a scope of its own.</summary>
internal sealed partial class ImportPump(IServiceScopeFactory scopes, ImportSignal signal, RushHour rush, TimeProvider time, ILogger<ImportPump> logger) : RepeatedWork(scopes, time, logger)
{
    private readonly IServiceScopeFactory _scopes = scopes;
    private readonly TimeProvider _time = time;
    private readonly ILogger _logger = logger;
    private readonly string _owner = Guid.NewGuid().ToString("N");

    private bool _isSwept;

    protected override TimeSpan Pause { get; } = TimeSpan.FromSeconds(5);

    protected override WorkSignal Signal => signal;

    protected override async Task LookAsync(IServiceProvider services, CancellationToken cancel)
    {
        if (!_isSwept)
        {
            await InScopeAsync(work => work.SweepAsync(cancel));
            _isSwept = true;
        }

        while (await WorkAsync(cancel))
        {
            // More may be waiting.
        }
    }

    private async Task<bool> WorkAsync(CancellationToken cancel)
    {
        Guid? taken = null;
        await InScopeAsync(async work => taken = await work.IsWaitingAsync(_owner, cancel) ? await work.TakeAsync(_owner, cancel) : null);
        if (taken is not { } importId)
        {
            return false;
        }

        ImportTaken(_logger, importId);
        try
        {
            var hasMore = true;
            while (hasMore)
            {
                var began = Stopwatch.GetTimestamp();
                await InScopeAsync(async work => hasMore = await work.StepAsync(importId, cancel));
                await rush.RestAsync(began, cancel);
            }

            ImportRested(_logger, importId);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            StepFailed(_logger, importId, exception);
            await InScopeAsync(work => work.FaultAsync(importId, cancel));
            await Task.Delay(TimeSpan.FromSeconds(1), _time, cancel);
        }

        return true;
    }

    private async Task InScopeAsync(Func<ImportWork, Task> action)
    {
        await using var scope = _scopes.CreateAsyncScope();
        await action(scope.ServiceProvider.GetRequiredService<ImportWork>());
    }

    [LoggerMessage(EventId = 250, Level = LogLevel.Information, Message = "Working on roster import {ImportId}.")]
    private static partial void ImportTaken(ILogger logger, Guid importId);

    [LoggerMessage(EventId = 251, Level = LogLevel.Information, Message = "Nothing left to do now for roster import {ImportId}.")]
    private static partial void ImportRested(ILogger logger, Guid importId);

    [LoggerMessage(EventId = 252, Level = LogLevel.Error, Message = "A step of roster import {ImportId} failed; it is tried again, five times at most.")]
    private static partial void StepFailed(ILogger logger, Guid importId, Exception exception);
}
