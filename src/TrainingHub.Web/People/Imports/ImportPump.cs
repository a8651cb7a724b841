using System.Diagnostics;
using TrainingHub.Storage;

namespace TrainingHub.People.Imports;

/// <summary>Works off imports in the background, one at a time, each step in a scope of its own.</summary>
internal sealed partial class ImportPump(IServiceScopeFactory scopes, ImportSignal signal, RushHour rush, TimeProvider time, ILogger<ImportPump> logger) : BackgroundService
{
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(5);
    private readonly string _owner = Guid.NewGuid().ToString("N");

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var isSwept = false;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (!isSwept)
                {
                    await InScopeAsync(work => work.SweepAsync(stoppingToken));
                    isSwept = true;
                }

                if (!await WorkAsync(stoppingToken))
                {
                    await signal.WaitAsync(Look, stoppingToken);
                }
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                // The database may be away for a while: look again later.
                PumpFailed(logger, exception);
                await Task.Delay(Look, time, stoppingToken);
            }
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

        ImportTaken(logger, importId);
        try
        {
            var hasMore = true;
            while (hasMore)
            {
                var began = Stopwatch.GetTimestamp();
                await InScopeAsync(async work => hasMore = await work.StepAsync(importId, cancel));
                await rush.RestAsync(began, cancel);
            }

            ImportRested(logger, importId);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            StepFailed(logger, importId, exception);
            await InScopeAsync(work => work.FaultAsync(importId, cancel));
            await Task.Delay(TimeSpan.FromSeconds(1), time, cancel);
        }

        return true;
    }

    private async Task InScopeAsync(Func<ImportWork, Task> action)
    {
        await using var scope = scopes.CreateAsyncScope();
        await action(scope.ServiceProvider.GetRequiredService<ImportWork>());
    }

    [LoggerMessage(EventId = 250, Level = LogLevel.Information, Message = "Working on roster import {ImportId}.")]
    private static partial void ImportTaken(ILogger logger, Guid importId);

    [LoggerMessage(EventId = 251, Level = LogLevel.Information, Message = "Nothing left to do now for roster import {ImportId}.")]
    private static partial void ImportRested(ILogger logger, Guid importId);

    [LoggerMessage(EventId = 252, Level = LogLevel.Error, Message = "A step of roster import {ImportId} failed; it is tried again, five times at most.")]
    private static partial void StepFailed(ILogger logger, Guid importId, Exception exception);

    [LoggerMessage(EventId = 253, Level = LogLevel.Error, Message = "Looking for roster imports failed.")]
    private static partial void PumpFailed(ILogger logger, Exception exception);
}
