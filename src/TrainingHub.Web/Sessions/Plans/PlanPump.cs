using TrainingHub.Hosting;

namespace TrainingHub.Sessions.Plans;

/// <summary>Computes large plans and calls their people in the background, one plan at a time, each in a scope of its own.</summary>
internal sealed partial class PlanPump(IServiceScopeFactory scopes, PlanSignal signal, IConfiguration configuration, TimeProvider time, ILogger<PlanPump> log) : RepeatedWork(scopes, time, log)
{
    private static readonly TimeSpan ForgetEvery = TimeSpan.FromHours(1);

    private readonly IServiceScopeFactory _scopes = scopes;
    private readonly TimeProvider _time = time;
    private readonly ILogger _log = log;
    private readonly bool _isOn = configuration.GetValue("Plans:Pump", defaultValue: true);
    private readonly string _owner = Guid.NewGuid().ToString("N");

    private DateTime _forgotAt;

    protected override TimeSpan Pause { get; } = TimeSpan.FromSeconds(5);

    protected override WorkSignal Signal => signal;

    protected override async Task LookAsync(IServiceProvider services, CancellationToken cancel)
    {
        while (_isOn && await WorkAsync(cancel))
        {
            // More may be waiting.
        }

        if (_isOn && _time.GetUtcNow().UtcDateTime - _forgotAt > ForgetEvery)
        {
            _forgotAt = _time.GetUtcNow().UtcDateTime;
            await services.GetRequiredService<ComputeProposal>().ForgetAsync(cancel);
        }
    }

    private async Task<bool> WorkAsync(CancellationToken cancel)
    {
        await using var scope = _scopes.CreateAsyncScope();
        var work = scope.ServiceProvider.GetRequiredService<ComputeProposal>();
        if (await work.TakeAsync(_owner, cancel) is not { } taken)
        {
            return false;
        }

        try
        {
            await (taken.IsCalling ? scope.ServiceProvider.GetRequiredService<CallProposed>().RunAsync(taken, _owner, cancel) : work.RunAsync(taken, cancel));
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            Failed(_log, taken.PlanId, exception);
            await using var after = _scopes.CreateAsyncScope();
            await after.ServiceProvider.GetRequiredService<ComputeProposal>().FaultAsync(taken, cancel);
        }

        return true;
    }

    [LoggerMessage(EventId = 1210, Level = LogLevel.Error, Message = "Plan {PlanId} could not be computed or its people not be called; it is tried three times at most.")]
    private static partial void Failed(ILogger log, Guid planId, Exception exception);
}
