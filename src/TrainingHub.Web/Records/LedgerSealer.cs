using TrainingHub.Hosting;

namespace TrainingHub.Records;

/// <summary>Seals what the ledger got, once a second; at the start and once an hour it looks at the whole ledger. Several processes may do so: each seal is made once.</summary>
public sealed class LedgerSealer(IServiceScopeFactory scopes, TimeProvider time, ILogger<LedgerSealer> log) : RepeatedWork(scopes, time, log)
{
    private static readonly TimeSpan WidePause = TimeSpan.FromHours(1);
    private readonly TimeProvider _time = time;
    private DateTimeOffset _nextWide = DateTimeOffset.MinValue;

    protected override TimeSpan Pause { get; } = TimeSpan.FromSeconds(1);

    protected override bool LooksAtStart => false;

    protected override async Task LookAsync(IServiceProvider services, CancellationToken cancel)
    {
        var isWide = _time.GetUtcNow() >= _nextWide;
        var seal = services.GetRequiredService<SealLedger>();
        while (await seal.RunAsync(isWide, cancel) is LedgerSeal.MostRows)
        {
            // A full seal: more rows are waiting.
        }

        _nextWide = isWide ? _time.GetUtcNow() + WidePause : _nextWide;
    }
}
