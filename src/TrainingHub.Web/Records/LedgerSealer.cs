using TrainingHub.Hosting;

namespace TrainingHub.Records;

/// <summary>Seals what the ledger got, once a second; at the start and once an hour it looks at the whole ledger. Several processes may do so: each seal is made once.</summary>
public sealed class LedgerSealer(IServiceScopeFactory scopes, TimeProvider time, ILogger<LedgerSealer> log) : RepeatedWork(scopes, time, log)
{
    /// <summary>A transaction that recorded a row commits within this time; what comes later is found by the look at everything.</summary>
    private static readonly TimeSpan Overlap = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan WidePause = TimeSpan.FromHours(1);
    private readonly TimeProvider _time = time;
    private SealStart _since = SealStart.Everything;
    private DateTime _nextWide = DateTime.MinValue;

    protected override TimeSpan Pause { get; } = TimeSpan.FromSeconds(1);

    protected override bool LooksAtStart => false;

    protected override async Task LookAsync(IServiceProvider services, CancellationToken cancel)
    {
        var now = _time.GetUtcNow().UtcDateTime;
        var isWide = now >= _nextWide;
        var seal = services.GetRequiredService<SealLedger>();
        var (rows, next) = (LedgerSeal.MostRows, isWide ? SealStart.Everything : _since);
        while (rows is LedgerSeal.MostRows)
        {
            // A full seal: more rows are waiting.
            (rows, next) = await seal.RunAsync(next, cancel);
        }

        // All that was committed by now is sealed.
        _since = SealStart.At(now - Overlap);
        _nextWide = isWide ? now + WidePause : _nextWide;
    }
}
