using System.Diagnostics;
using TrainingHub.Hosting;
using TrainingHub.Storage;

namespace TrainingHub.Questions.Imports;

/// <summary>Works off imports of questions in the background, one at a time, each step in a scope of its own.</summary>
internal sealed partial class QuestionImportPump(IServiceScopeFactory scopes, QuestionImportSignal signal, RushHour rush, TimeProvider time, ILogger<QuestionImportPump> logger) : RepeatedWork(scopes, time, logger)
{
    private readonly IServiceScopeFactory _scopes = scopes;
    private readonly TimeProvider _time = time;
    private readonly ILogger _logger = logger;
    private readonly string _owner = Guid.NewGuid().ToString("N");

    protected override TimeSpan Pause { get; } = TimeSpan.FromSeconds(5);

    protected override WorkSignal Signal => signal;

    protected override async Task LookAsync(IServiceProvider services, CancellationToken cancel)
    {
        while (await WorkAsync(cancel))
        {
            // More may be waiting.
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

    private async Task InScopeAsync(Func<QuestionImportWork, Task> action)
    {
        await using var scope = _scopes.CreateAsyncScope();
        await action(scope.ServiceProvider.GetRequiredService<QuestionImportWork>());
    }

    [LoggerMessage(EventId = 280, Level = LogLevel.Information, Message = "Nothing left to do now for question import {ImportId}.")]
    private static partial void ImportRested(ILogger logger, Guid importId);

    [LoggerMessage(EventId = 281, Level = LogLevel.Error, Message = "A step of question import {ImportId} failed; it is tried again, five times at most.")]
    private static partial void StepFailed(ILogger logger, Guid importId, Exception exception);
}
