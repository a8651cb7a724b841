using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Reports;

/// <summary>
/// Counts the parts of reports that are not yet counted, one after the other. It can be stopped anywhere and goes on where it was; two that count the
/// same part find the same, because the report's day and moment say what is counted.
/// </summary>
public sealed partial class ContinueReports(Db db, Transactions transactions, CountTargetPart target, CountActivityPart activity, DayClock clock, ILogger<ContinueReports> logger)
{
    // A unit of more people is counted in the background only: nobody's request waits for its names.
    private const int MostAtOnce = 5000;

    /// <summary>Counts until everything is counted.</summary>
    public async Task RunAsync(CancellationToken cancel)
    {
        while (await db.Reports.AsNoTracking().Where(r => r.FinishedAt == null && r.FailedAt == null).OrderBy(r => r.Id).FirstOrDefaultAsync(cancel) is { } report)
        {
            await TryAsync(report, time: null, cancel);
        }
    }

    /// <summary>Counts one report for so long at most; a small one is ready then, a large one is left to the background.</summary>
    public async Task RunAsync(Guid id, TimeSpan time, CancellationToken cancel)
    {
        if (await db.Reports.AsNoTracking().SingleOrDefaultAsync(r => r.Id == id && r.FinishedAt == null && r.FailedAt == null, cancel) is { } report && await PeopleAsync(report, cancel) <= MostAtOnce)
        {
            await TryAsync(report, time, cancel);
        }
    }

    private Task<int> PeopleAsync(Report report, CancellationToken cancel)
    {
        var day = report.Until;
        return (
            from path in db.OrganizationPaths
            where path.AncestorId == report.OrganizationId && path.SupersededAt == null && path.From <= day && day <= path.Until
            join post in db.Memberships on path.DescendantId equals post.OrganizationId
            where post.SupersededAt == null && post.From <= day && day <= post.Until
            select post.PersonId).CountAsync(cancel);
    }

    private async Task TryAsync(Report report, TimeSpan? time, CancellationToken cancel)
    {
        try
        {
            await CountAsync(report, time, cancel);
        }
        catch (Exception exception) when (exception is not (OperationCanceledException or System.Data.Common.DbException or DbUpdateException))
        {
            // What cannot be counted would stand in everybody's way; a database that is away is waited for.
            LogFailed(logger, report.Id, exception);
            await ChangeAsync(report.Id, one => one.Fail(clock.Now), cancel);
        }
    }

    private async Task CountAsync(Report report, TimeSpan? time, CancellationToken cancel)
    {
        var begun = Stopwatch.GetTimestamp();
        while (await db.ReportSections.AsNoTracking().Where(s => s.ReportId == report.Id && s.Content == null).OrderBy(s => s.Number).FirstOrDefaultAsync(cancel) is { } section)
        {
            var content = section.TargetId is { } targetId ? PartJson.Write(await target.RunAsync(report, targetId, cancel)) : PartJson.Write(await activity.RunAsync(report, cancel));
            await transactions.RunAsync(async cancel =>
            {
                (await db.ReportSections.SingleAsync(s => s.ReportId == section.ReportId && s.Number == section.Number, cancel)).Fill(content);
                await db.SaveChangesAsync(cancel);
            }, cancel);
            db.ChangeTracker.Clear();
            if (time is { } most && Stopwatch.GetElapsedTime(begun) > most)
            {
                return;
            }
        }

        await ChangeAsync(report.Id, one => one.Finish(clock.Now), cancel);
    }

    private async Task ChangeAsync(Guid id, Action<Report> change, CancellationToken cancel)
    {
        db.ChangeTracker.Clear();
        await transactions.RunAsync(async cancel =>
        {
            change(await db.Reports.SingleAsync(r => r.Id == id, cancel));
            await db.SaveChangesAsync(cancel);
        }, cancel);
        db.ChangeTracker.Clear();
    }

    [LoggerMessage(1301, LogLevel.Error, "Report {ReportId} could not be counted")]
    private static partial void LogFailed(ILogger logger, Guid reportId, Exception exception);
}
