using Microsoft.EntityFrameworkCore;
using TrainingHub.Account;
using TrainingHub.Coverage;
using TrainingHub.Organizations;
using TrainingHub.People;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Sessions;

/// <summary>Who can be called to a session: people in post in the keeper's reach who are not on its list; of a target those who are missing.</summary>
public sealed class CandidatesQuery(Db db, Scope scope, FindOrganization organizations, DayClock clock)
{
    /// <summary>The candidates, those of other batches last; proposed are as many as seats are free.</summary>
    public async Task<IReadOnlyList<Candidate>> RunAsync(TrainingSession session, CandidatesFilter filter, CancellationToken cancel)
    {
        var rows = await PostsAsync(session, filter, cancel);
        var batches = await (
            from other in db.TrainingSessions
            where other.SeriesId == session.SeriesId && other.Id != session.Id && other.Standing != SessionStanding.Cancelled
            join one in db.Participants on other.Id equals one.SessionId
            where one.PersonId != null && one.State != ParticipantState.Declined
            select new { PersonId = one.PersonId!.Value, other.Batch }).ToListAsync(cancel);
        var elsewhere = batches.DistinctBy(one => one.PersonId).ToDictionary(one => one.PersonId, one => one.Batch);
        var free = session.Seats - await db.Participants.CountAsync(one => one.SessionId == session.Id && (one.State == ParticipantState.Called || one.State == ParticipantState.Accepted), cancel);
        var proposed = BatchChoice.Propose(
            rows.Where(row => !elsewhere.ContainsKey(row.PersonId)).Select(row => (row.PersonId, row.UnitId)), free, filter.OnePerUnit ? 1 : null, await UnitsPresentAsync(session.Id, cancel)).ToHashSet();
        return [.. rows.Select(row => row with { IsProposed = proposed.Contains(row.PersonId), OtherBatch = elsewhere.TryGetValue(row.PersonId, out var batch) ? batch : null }).OrderBy(row => row.OtherBatch is not null)];
    }

    /// <summary>Targets whose missing people may be called: those of the session's programme that still run, in reach.</summary>
    public async Task<IReadOnlyList<(string Slug, string Name, string NameEn, int Year)>> TargetsAsync(TrainingSession session, CancellationToken cancel)
    {
        var (today, reach, programmeId, rules) = (clock.Today, scope.Organizations(Capability.ReadNames), session.ProgrammeId, db.TargetRules.On(clock.Today));
        var rows = await (
            from target in db.CoverageTargets.AsNoTracking()
            where target.ProgrammeId == programmeId && db.OrganizationPaths.Any(path => path.AncestorId == target.OrganizationId && path.SupersededAt == null && path.From <= today && today <= path.Until && reach.Contains(path.DescendantId))
            join rule in rules on target.Id equals rule.TargetId
            where rule.CutOffDay >= today
            orderby rule.CutOffDay, target.Slug
            select new { target.Slug, target.Name, target.NameEn, target.Year }).ToListAsync(cancel);
        return [.. rows.Select(row => (row.Slug, row.Name, row.NameEn, row.Year))];
    }

    private async Task<List<Candidate>> PostsAsync(TrainingSession session, CandidatesFilter filter, CancellationToken cancel)
    {
        var (today, reach, mask) = (clock.Today, scope.Organizations(Capability.ManageSessions), filter.Mask);
        var (mappings, sessionId, typed, folded) = (db.PositionMappings.On(today), session.Id, filter.Name, filter.Name is null ? "" : NameFolding.Fold(filter.Name));
        if (await UnitAsync(filter, reach, cancel) is not (var isAny, var unitId))
        {
            return [];
        }

        var standings = Missing(filter);
        var found =
            from post in db.Memberships.On(today)
            where reach.Contains(post.OrganizationId)
                && (isAny || db.OrganizationPaths.Any(path => path.AncestorId == unitId && path.DescendantId == post.OrganizationId && path.SupersededAt == null && path.From <= today && today <= path.Until))
                && (mask == CorePosition.None || mappings.Any(mapping => mapping.PositionId == post.PositionId && (mapping.Core & mask) != CorePosition.None))
                && !db.Participants.Any(one => one.SessionId == sessionId && one.PersonId == post.PersonId)
            join person in db.People on post.PersonId equals person.Id
            where person.AnonymizedAt == null && (typed == null || person.NormalizedName.Contains(folded) || person.StaffNumber == typed)
            join unit in db.Organizations on post.OrganizationId equals unit.Id
            join position in db.Positions on post.PositionId equals position.Id
            orderby unit.Name, unit.Id, position.SortOrder, person.NormalizedName, person.Id, post.IsPrimary descending
            select new { person, unit, position };
        found = standings is null ? found : found.Where(row => standings.Any(standing => standing.PersonId == row.person.Id && standing.OrganizationId == row.unit.Id));
        var rows = await found.AsNoTracking().Take(CallPeople.Most).ToListAsync(cancel);
        return [.. rows.DistinctBy(row => row.person.Id).Select(row => new Candidate(row.person.Id, row.person.Name, row.person.StaffNumber, row.unit.Id, row.unit.Name, row.position.Name, false, null))];
    }

    /// <summary>The standings of those who are missing, where a target was named, in reach of names.</summary>
    private IQueryable<CoverageStanding>? Missing(CandidatesFilter filter)
    {
        var (slug, reach) = (filter.Target, scope.Organizations(Capability.ReadNames));
        return string.IsNullOrEmpty(slug) ? null : db.CoverageStandings.Where(standing =>
            standing.Kind == StandingKind.Missing && reach.Contains(standing.OrganizationId) && db.CoverageTargets.Any(target => target.Slug == slug && target.Id == standing.TargetId));
    }

    /// <summary>The unit asked for; null when there is none in reach, or the name is not enough.</summary>
    private async Task<(bool IsAny, Guid UnitId)?> UnitAsync(CandidatesFilter filter, IQueryable<Guid> reach, CancellationToken cancel) =>
        filter.Unit is null ? (true, Guid.Empty) : await organizations.RunAsync(filter.Unit, reach, cancel) is [var unitId] ? (false, unitId) : null;

    private Task<List<Guid>> UnitsPresentAsync(Guid sessionId, CancellationToken cancel)
    {
        var posts = db.Memberships.On(clock.Today);
        return db.Participants.Where(one => one.SessionId == sessionId && one.PersonId != null && one.State != ParticipantState.Declined)
            .Select(one => posts.Where(post => post.PersonId == one.PersonId).OrderByDescending(post => post.IsPrimary).ThenBy(post => post.From).ThenBy(post => post.FactId).Select(post => post.OrganizationId).FirstOrDefault())
            .ToListAsync(cancel);
    }
}
