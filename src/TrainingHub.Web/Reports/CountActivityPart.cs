using Microsoft.EntityFrameworkCore;
using TrainingHub.Sessions;
using TrainingHub.Storage;

namespace TrainingHub.Reports;

/// <summary>Counts what a unit and all below it did in a report's days: sessions closed, people present, training completed.</summary>
public sealed class CountActivityPart(Db db)
{
    public async Task<ActivityPart> RunAsync(Report report, CancellationToken cancel)
    {
        var (from, until, moment) = (report.From, report.Until, report.Moment);
        var units = Units(report);
        var sessions = db.TrainingSessions.AsNoTracking()
            .Where(s => units.Contains(s.OrganizationId) && s.Standing == SessionStanding.Closed && from <= s.LastDay && s.LastDay <= until && s.ClosedAt <= moment);
        var present =
            from session in sessions
            join participant in db.Participants on session.Id equals participant.SessionId
            where db.Attendances.Any(a => a.ParticipantId == participant.Id && a.ArrivedAt != null)
            select participant;
        var records = db.TrainingRecords.AsNoTracking().Where(r => r.OrganizationId != null && units.Contains(r.OrganizationId.Value)
            && from <= r.CompletionDay && r.CompletionDay <= until && r.RecordedAt <= moment
            && !db.Revocations.Any(v => v.RecordId == r.Id && v.RecordedAt <= moment));
        var listed = await (
            from session in sessions
            join organization in db.Organizations on session.OrganizationId equals organization.Id
            orderby session.LastDay descending, session.Code
            select new SessionPart(session.Code, session.Title, organization.Name, session.LastDay, present.Count(p => p.SessionId == session.Id)))
            .Take(ActivityPart.MostListed).ToListAsync(cancel);
        listed.Reverse();
        return new ActivityPart
        {
            Sessions = await sessions.CountAsync(cancel),
            // Guests have no person: each entry of one is somebody.
            PeoplePresent = await present.Where(p => p.PersonId != null).Select(p => p.PersonId).Distinct().CountAsync(cancel) + await present.CountAsync(p => p.PersonId == null, cancel),
            PeopleTrained = await records.Select(r => r.PersonId).Distinct().CountAsync(cancel),
            Records = await records.CountAsync(cancel),
            CreditMinutes = await records.SumAsync(r => r.CreditMinutes, cancel),
            Listed = listed,
            Filed = await FiledAsync(report, cancel),
        };
    }

    /// <summary>Figures of the unit that were filed on paper and stood at the report's moment.</summary>
    public Task<List<FiledFigure>> FiledAsync(Report report, CancellationToken cancel)
    {
        var (unit, until, moment) = (report.OrganizationId, report.Until, report.Moment);
        return (
            from figure in db.ReportedFigures.AsNoTracking()
            where figure.OrganizationId == unit && figure.Day <= until && figure.EnteredAt <= moment && !db.ReportedFigureWithdrawals.Any(w => w.FigureId == figure.Id && w.WithdrawnAt <= moment)
            join target in db.CoverageTargets on figure.TargetId equals target.Id
            orderby figure.Day, figure.Id
            select new FiledFigure(figure.Id, target.Name, target.NameEn, target.Year, figure.Day, figure.Counted, figure.Covered, figure.DocumentNumber)).ToListAsync(cancel);
    }

    /// <summary>The unit and all that stood below it on the report's cut-off day, as known at its moment.</summary>
    private IQueryable<Guid> Units(Report report)
    {
        var (unit, day, moment) = (report.OrganizationId, report.Until, report.Moment);
        return db.OrganizationPaths
            .Where(p => p.AncestorId == unit && p.From <= day && day <= p.Until && p.RecordedAt <= moment && (p.SupersededAt == null || moment < p.SupersededAt))
            .Select(p => p.DescendantId);
    }
}
