using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using TrainingHub.Hosting;
using TrainingHub.Organizations;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Coverage;

/// <summary>
/// Figures also change when only the day does: posts begin and end, exclusions and records run out. Counts every organization that is due;
/// each in a transaction of its own, so that it can be stopped anywhere and continues where it was. Pages ask before they show a cell.
/// </summary>
public sealed partial class TurnOfDay(IServiceScopeFactory scopes, DayClock clock, TimeProvider time, ILogger<TurnOfDay> logger) : RepeatedWork(scopes, time, logger)
{
    private readonly IServiceScopeFactory _scopes = scopes;
    private readonly ILogger _logger = logger;
    private readonly RecountPace _pace = new();
    private readonly SemaphoreSlim _turn = new(1, 1);

    protected override TimeSpan Pause { get; } = TimeSpan.FromMinutes(1);

    /// <summary>Counts what is due up to today (included). Cheap when nothing is: one look at the beginning of an index.</summary>
    public async Task EnsureAsync(CancellationToken cancel)
    {
        if ((await DueAsync(clock.Today, cancel)).Count == 0)
        {
            return;
        }

        await _turn.WaitAsync(cancel);
        try
        {
            await CountDueAsync(cancel);
        }
        finally
        {
            _turn.Release();
        }
    }

    public override void Dispose()
    {
        _turn.Dispose();
        base.Dispose();
    }

    protected override Task LookAsync(IServiceProvider services, CancellationToken cancel) => EnsureAsync(cancel);

    private async Task CountDueAsync(CancellationToken cancel)
    {
        var (counted, steps, longest, began) = (0, 0, TimeSpan.Zero, Stopwatch.GetTimestamp());
        while (await DueAsync(clock.Today, cancel) is { Count: > 0 } due)
        {
            await using var scope = _scopes.CreateAsyncScope();
            var figures = scope.ServiceProvider.GetRequiredService<IFigures>();
            var start = Stopwatch.GetTimestamp();
            await figures.CountAgainAsync(new FactsChanged { Organizations = due }, cancel);
            var took = Stopwatch.GetElapsedTime(start);
            _pace.Took(took);
            (counted, steps, longest) = (counted + due.Count, steps + 1, took > longest ? took : longest);
        }

        LogTurned(_logger, counted, clock.Today, steps, (int)Stopwatch.GetElapsedTime(began).TotalMilliseconds, (int)longest.TotalMilliseconds);
    }

    private async Task<List<Guid>> DueAsync(DateOnly today, CancellationToken cancel)
    {
        await using var scope = _scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<Db>();
        var due = await db.CoverageDues.Where(d => d.Day <= today).OrderBy(d => d.Day).ThenBy(d => d.OrganizationId)
            .Select(d => d.OrganizationId).Take(_pace.Organizations).ToListAsync(cancel);
        return [.. due.Distinct()];
    }

    [LoggerMessage(400, LogLevel.Information, "Counted {Organizations} organizations for {Today} in {Steps} steps and {Milliseconds} ms, the longest {Longest} ms")]
    private static partial void LogTurned(ILogger logger, int organizations, DateOnly today, int steps, int milliseconds, int longest);
}
