using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using TrainingHub.Coverage;
using TrainingHub.Notices;
using TrainingHub.Organizations;
using TrainingHub.People;
using TrainingHub.People.Imports;
using TrainingHub.Recognitions;
using TrainingHub.Reports;
using TrainingHub.Storage;

namespace TrainingHub.Reminders;

/// <summary>What is asked of officers: reports that fall due, and what waits for their decision.</summary>
public sealed class OfficerDemands(Db db, IStringLocalizer<RemindersText> text)
{
    /// <summary>Days before it is due on which a report is first spoken of.</summary>
    private const int ReportDays = 30;
    private const OrganizationKind Reporting = OrganizationKind.City | OrganizationKind.CountyBureau;

    // Each kind of decision is one thing, whatever it is about: it is made on one page.
    private static readonly Guid Recognizing = new("019a0000-0000-7000-8000-000000000011"), Excluding = new("019a0000-0000-7000-8000-000000000012"),
        Confirming = new("019a0000-0000-7000-8000-000000000013"), Transferring = new("019a0000-0000-7000-8000-000000000014");

    /// <summary>Reports due on the day or within thirty days after it.</summary>
    public IEnumerable<RunningDemand> Reports(DateOnly day) =>
        from kind in Enum.GetValues<ReportKind>()
        from due in ReportCalendar.DuesOf(kind, day.Year).Concat(ReportCalendar.DuesOf(kind, day.Year + 1))
        where day <= due && due.AddDays(-ReportDays) <= day
        select Demand(ReportId(kind, due), OwedKind.Report, () => text[$"Owed_Report_{kind}", due.Year, due.Month], due);

    /// <summary>Decisions: until the next cut-off day of a target, for what waits does not count before.</summary>
    public IEnumerable<RunningDemand> Decisions(DateOnly deadline) =>
        from what in new[] { (Id: Recognizing, Key: "Recognition"), (Id: Excluding, Key: "Exclusion"), (Id: Confirming, Key: "Declaration"), (Id: Transferring, Key: "Transfer") }
        select Demand(what.Id, OwedKind.Decision, () => text[$"Owed_Decision_{what.Key}"], deadline);

    private static RunningDemand Demand(Guid id, OwedKind kind, Func<string> words, DateOnly deadline) =>
        new(id, deadline, new OwedItem(id, NoticeWords.InChinese(words), NoticeWords.InEnglish(words), deadline) { Kind = kind });

    /// <summary>Whoever keeps the reports of a bureau that has not made this one, and may make it: whoever does not read its coverage cannot.</summary>
    public IQueryable<Owing> ReportsOwing(RunningDemand demand, DateOnly today)
    {
        var (id, due) = (demand.Id, demand.Item.Deadline);
        var kind = Enum.GetValues<ReportKind>().First(one => ReportId(one, due) == id);
        var readers =
            from grant in db.Grants
            where grant.Capability == Capability.ReadCoverage && grant.RevokedAt == null
            join path in db.OrganizationPaths on grant.OrganizationId equals path.AncestorId
            where path.SupersededAt == null && path.From <= today && today <= path.Until
            select new { grant.PersonId, OrganizationId = path.DescendantId };
        var keepers = (
            from grant in db.Grants
            where grant.Capability == Capability.DeclarePositions && grant.RevokedAt == null
            join unit in db.OrganizationDetails.On(today) on grant.OrganizationId equals unit.OrganizationId
            where (unit.Kind & Reporting) != OrganizationKind.None && !db.Reports.Any(report => report.OrganizationId == unit.OrganizationId && report.Kind == kind && report.Due == due && report.FailedAt == null)
                && readers.Any(reader => reader.PersonId == grant.PersonId && reader.OrganizationId == grant.OrganizationId)
            select new { grant.PersonId, grant.OrganizationId }).Distinct();
        return keepers.Select(one => new Owing
        {
            PersonId = one.PersonId,
            OrganizationId = one.OrganizationId,
            Position = CorePosition.None,
            Kind = OwedKind.Report,
            DemandId = id,
        });
    }

    /// <summary>Whoever may decide for a unit of which something waits: at the nearest unit where somebody may; those further up are not asked for each unit below.</summary>
    public IQueryable<Owing> DecisionsOwing(RunningDemand demand, DateOnly today)
    {
        var (id, waiting) = (demand.Id, Waiting(demand.Id, today));
        // A transfer is decided by the unit that lets somebody go, everything else by the unit above.
        var (capability, nearest) = id == Transferring ? (Capability.ManagePeople, 0) : (Capability.ConfirmDeclarations, 1);
        var paths = db.OrganizationPaths.Where(path => path.SupersededAt == null && path.From <= today && today <= path.Until && path.Depth >= nearest);
        var grants = db.Grants.Where(grant => grant.Capability == capability && grant.RevokedAt == null);
        var deciding = (
            from path in paths
            where waiting.Contains(path.DescendantId)
            join grant in grants on path.AncestorId equals grant.OrganizationId
            where !paths.Any(nearer => nearer.DescendantId == path.DescendantId && nearer.Depth < path.Depth && grants.Any(other => other.OrganizationId == nearer.AncestorId))
            select new { grant.PersonId, grant.OrganizationId }).Distinct();
        return deciding.Select(one => new Owing
        {
            PersonId = one.PersonId,
            OrganizationId = one.OrganizationId,
            Position = CorePosition.None,
            Kind = OwedKind.Decision,
            DemandId = id,
        });
    }

    private IQueryable<Guid> Waiting(Guid what, DateOnly today) =>
        what == Recognizing ? db.OutsideTrainings.Known().Where(one => one.State == OutsideState.Asked).Select(one => one.OrganizationId)
        : what == Excluding ? db.Exclusions.Known().Where(one => one.State == ExclusionState.Asked && one.Until >= today).Select(one => one.OrganizationId)
        : what == Confirming ? db.Declarations.Known().Where(one => one.State == DeclaredState.NotKept && !one.IsConfirmed && one.Until >= today).Select(one => one.OrganizationId)
        : db.TransferRequests.Where(one => one.State == TransferState.Open).Select(one => one.SourceOrganizationId);

    // The same for the same report, on whatever day it is asked for.
    private static Guid ReportId(ReportKind kind, DateOnly due) => new(due.DayNumber, (short)kind, 0x7000, [0x80, 0, 0, 0, 0, 0, 0, 0x20]);
}
