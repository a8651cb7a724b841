using System.Diagnostics;
using TrainingHub.Storage;

namespace TrainingHub.Questions.Imports;

/// <summary>Works off imports of questions in the background, one at a time, each step in a scope of its own.</summary>
internal sealed partial class QuestionImportPump(IServiceScopeFactory scopes, QuestionImportSignal signal, RushHour rush, TimeProvider time, ILogger<QuestionImportPump> logger) : BackgroundService
{
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(5);
    private readonly string _owner = Guid.NewGuid().ToString("N");

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
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
        Guid? found = null;
        await InScopeAsync(async work =>
        {
            await work.RefuseInterruptedAsync(cancel);
            found = await work.FindAsync(_owner, cancel);
        });
        if (found is not { } importId)
        {
            return false;
        }

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

    private async Task InScopeAsync(Func<QuestionImportWork, Task> action)
    {
        await using var scope = scopes.CreateAsyncScope();
        await action(scope.ServiceProvider.GetRequiredService<QuestionImportWork>());
    }

    [LoggerMessage(EventId = 280, Level = LogLevel.Information, Message = "Nothing left to do now for question import {ImportId}.")]
    private static partial void ImportRested(ILogger logger, Guid importId);

    [LoggerMessage(EventId = 281, Level = LogLevel.Error, Message = "A step of question import {ImportId} failed; it is tried again, five times at most.")]
    private static partial void StepFailed(ILogger logger, Guid importId, Exception exception);

    [LoggerMessage(EventId = 282, Level = LogLevel.Error, Message = "Looking for question imports failed.")]
    private static partial void PumpFailed(ILogger logger, Exception exception);
}
