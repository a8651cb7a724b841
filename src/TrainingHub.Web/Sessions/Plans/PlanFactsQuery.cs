using Microsoft.EntityFrameworkCore;
using TrainingHub.Account;
using TrainingHub.Coverage;
using TrainingHub.People;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Sessions.Plans;

/// <summary>Reads what the planner needs: whom the target misses at the unit, whose post ends, who leads, who is on which list, and the batches.</summary>
public sealed class PlanFactsQuery(Db db, Scope scope, EqualProgrammes programmes, DayClock clock)
{
    /// <summary>More are placed in several plans, by unit or post.</summary>
    public const int MostPeople = 20_000;

    /// <summary>How many are owed and can be called, counted no further than so many.</summary>
    public Task<int> CountAsync(FoundPlan found, int most, CancellationToken cancel) => Owed(found).Take(most).CountAsync(cancel);

    public async Task<PlanFacts> RunAsync(FoundPlan found, CancellationToken cancel)
    {
        var planned = await db.PlannedBatches.AsNoTracking().Where(batch => batch.PlanId == found.Plan.Id).OrderBy(batch => batch.Number).ToListAsync(cancel);
        var owed = await Owed(found).Take(MostPeople + 1).ToListAsync(cancel);
        var known = owed.Take(MostPeople).Select(row => row.PersonId).ToHashSet();
        var (reached, lists) = (await ReachedAsync(planned, cancel), await ListsAsync(found, planned, [.. known], cancel));
        var wishes = (await db.PlanWishes.AsNoTracking().Where(wish => wish.PlanId == found.Plan.Id).ToListAsync(cancel)).ToLookup(wish => wish.PersonId);
        List<Guid> everybody = [.. known.Union(lists.Keys)];
        var (leaders, ends) = (await LeadersAsync(everybody, cancel), await EndsAsync(found, everybody, cancel));
        // Of whom the reader may not know the name, and of lists that others keep, the seats are known.
        var others = lists.Values.Where(list => list.CalledTo is not null && !known.Contains(list.PersonId)).ToLookup(list => list.Name is not null && reached.Contains(list.CalledTo ?? 0));
        return new PlanFacts
        {
            Batches = await BatchesAsync(planned, reached, others[true].Concat(lists.Values.Where(list => known.Contains(list.PersonId))).SelectMany(list => list.AlsoIn)
                .Concat(others[false].SelectMany(list => list.AlsoIn.Prepend(list.CalledTo ?? 0))).CountBy(number => number).ToDictionary(), cancel),
            Staff = await StaffAsync(found, cancel),
            IsCut = owed.Count > MostPeople,
            People =
            [
                .. owed.Take(MostPeople).Select(row => new PlanFacts.Person(row.Name, row.StaffNumber, row.UnitName, row.Post, Seen(row.PersonId, row.UnitId, ends.TryGetValue((row.PersonId, row.UnitId), out var end) ? end : null)) { IsElsewhere = lists.GetValueOrDefault(row.PersonId) is { CalledTo: null, IsElsewhere: true } }),
                .. others[true].OrderBy(list => list.UnitName, StringComparer.Ordinal).ThenBy(list => list.Name, StringComparer.Ordinal).ThenBy(list => list.PersonId)
                    .Select(list => new PlanFacts.Person(list.Name ?? "", list.StaffNumber, list.UnitName, null, Seen(list.PersonId, list.UnitId, null))),
            ],
        };

        PlanPerson Seen(Guid person, Guid unit, DateOnly? end)
        {
            var list = lists.GetValueOrDefault(person);
            return new PlanPerson
            {
                Id = person,
                UnitId = unit,
                IsLeader = leaders.Contains((person, unit)),
                Deadline = end,
                CalledTo = list?.CalledTo,
                IsCalledElsewhere = !found.Plan.IncludesOthers && list is { CalledTo: null, IsElsewhere: true },
                Pin = wishes[person].Where(wish => wish.IsPin).Select(wish => (int?)wish.Number).SingleOrDefault(),
                KeptOut = [.. wishes[person].Where(wish => !wish.IsPin).Select(wish => wish.Number)],
                Declined = list?.Declined ?? [],
            };
        }
    }

    /// <summary>Those still owed who can be called by the current person, in the order of lists.</summary>
    private IQueryable<OwedRow> Owed(FoundPlan found)
    {
        var (targetId, posts, today) = (found.Target.Id, found.Plan.Posts, clock.Today);
        var (kept, named, below, inPost) = (scope.Organizations(Capability.ManageSessions), scope.Organizations(Capability.ReadNames), Below(found), db.Memberships.On(today));
        return
            from standing in db.CoverageStandings.AsNoTracking()
            where standing.TargetId == targetId && standing.Kind == StandingKind.Missing && below.Contains(standing.OrganizationId) && kept.Contains(standing.OrganizationId) && named.Contains(standing.OrganizationId)
                && (posts == CorePosition.None || (standing.Position & posts) != CorePosition.None)
                && inPost.Any(post => post.PersonId == standing.PersonId && post.OrganizationId == standing.OrganizationId)
            join person in db.People on standing.PersonId equals person.Id
            where person.AnonymizedAt == null
            join unit in db.Organizations on standing.OrganizationId equals unit.Id
            orderby unit.Name, unit.Id, standing.Position, person.NormalizedName, person.Id
            select new OwedRow { PersonId = person.Id, Name = person.Name, StaffNumber = person.StaffNumber, UnitId = unit.Id, UnitName = unit.Name, Post = standing.Position };
    }

    private IQueryable<Guid> Below(FoundPlan found)
    {
        var unit = found.Unit.Id;
        return db.PathsOf(found.Target).Where(path => path.AncestorId == unit).Select(path => path.DescendantId);
    }

    /// <summary>Of these people who leads which unit.</summary>
    private async Task<HashSet<(Guid Person, Guid Unit)>> LeadersAsync(List<Guid> people, CancellationToken cancel)
    {
        var mappings = db.PositionMappings.On(clock.Today);
        var rows = await db.Memberships.On(clock.Today)
            .Where(post => EF.Parameter(people).Contains(post.PersonId) && mappings.Any(mapping => mapping.PositionId == post.PositionId && (mapping.Core & LeadingPosts.All) != CorePosition.None))
            .Select(post => new { post.PersonId, post.OrganizationId }).ToListAsync(cancel);
        return [.. rows.Select(row => (row.PersonId, row.OrganizationId))];
    }

    /// <summary>Whose last post at a unit ends before the cut-off day, and when, of these people.</summary>
    private async Task<Dictionary<(Guid Person, Guid Unit), DateOnly>> EndsAsync(FoundPlan found, List<Guid> people, CancellationToken cancel)
    {
        var (cutOff, known) = (found.Target.Rule.CutOffDay, db.Memberships.Known());
        var rows = await db.Memberships.On(clock.Today)
            .Where(post => EF.Parameter(people).Contains(post.PersonId) && post.Until < cutOff
                && !known.Any(later => later.PersonId == post.PersonId && later.OrganizationId == post.OrganizationId && later.Until > post.Until))
            .Select(post => new { post.PersonId, post.OrganizationId, post.Until }).Distinct().ToListAsync(cancel);
        return rows.ToDictionary(row => (row.PersonId, row.OrganizationId), row => row.Until);
    }

    private async Task<Dictionary<Guid, int>> StaffAsync(FoundPlan found, CancellationToken cancel)
    {
        var below = Below(found);
        return await db.Memberships.On(clock.Today).Where(post => below.Contains(post.OrganizationId)).GroupBy(post => post.OrganizationId)
            .Select(group => new { group.Key, Count = group.Select(post => post.PersonId).Distinct().Count() }).ToDictionaryAsync(row => row.Key, row => row.Count, cancel);
    }

    /// <summary>Numbers of the batches whose sessions the reader keeps: somebody above may have put one of theirs into the plan.</summary>
    private async Task<HashSet<int>> ReachedAsync(List<PlannedBatch> planned, CancellationToken cancel)
    {
        var (ids, kept) = (planned.Select(batch => batch.SessionId).OfType<Guid>().ToList(), scope.Organizations(Capability.ManageSessions));
        var sessions = (await db.TrainingSessions.Where(session => ids.Contains(session.Id) && kept.Contains(session.OrganizationId)).Select(session => session.Id).ToListAsync(cancel)).ToHashSet();
        return [.. planned.Where(batch => batch.SessionId is not { } id || sessions.Contains(id)).Select(batch => batch.Number)];
    }

    /// <summary>Who is on the list of a batch; of those still owed also who is on that of another session of the programme that is still to be held or to be closed.</summary>
    private async Task<Dictionary<Guid, Listed>> ListsAsync(FoundPlan found, List<PlannedBatch> planned, List<Guid> owed, CancellationToken cancel)
    {
        var numbers = planned.Where(batch => batch.SessionId is not null).ToDictionary(batch => batch.SessionId ?? default, batch => batch.Number);
        var (sessions, posts, named) = (numbers.Keys.ToList(), db.Memberships.On(clock.Today), scope.PeopleInPost(Capability.ReadNames));
        var rows = await (
            from one in db.Participants.AsNoTracking()
            where sessions.Contains(one.SessionId)
            join session in db.TrainingSessions on one.SessionId equals session.Id
            join person in db.People on one.PersonId equals person.Id
            select new
            {
                PersonId = person.Id,
                person.Name,
                person.StaffNumber,
                IsNamed = named.Any(reached => reached.Id == person.Id),
                one.SessionId,
                one.State,
                session.Standing,
                UnitId = posts.Where(post => post.PersonId == person.Id).OrderByDescending(post => post.IsPrimary).ThenBy(post => post.From).ThenBy(post => post.FactId).Select(post => post.OrganizationId).FirstOrDefault(),
            }).ToListAsync(cancel);
        var units = rows.Where(row => row.IsNamed).Select(row => row.UnitId).Distinct().ToList();
        var names = await db.Organizations.Where(unit => units.Contains(unit.Id)).ToDictionaryAsync(unit => unit.Id, unit => unit.Name, cancel);
        var elsewhere = await ElsewhereAsync(found, sessions, owed, cancel);
        var lists = rows.GroupBy(row => row.PersonId).ToDictionary(group => group.Key, group =>
        {
            var (row, inPlan) = (group.First(), group.OrderBy(one => numbers[one.SessionId]).ToList());
            // Who was called to one that is closed or cancelled and is still owed looks for a place again.
            var held = inPlan.FindAll(one => one is { State: not ParticipantState.Declined, Standing: SessionStanding.Planned or SessionStanding.Closing }).ConvertAll(one => numbers[one.SessionId]);
            return new Listed(
                row.PersonId, row.IsNamed ? row.Name : null, row.IsNamed ? row.StaffNumber : null, row.UnitId, names.GetValueOrDefault(row.UnitId, ""), held.Count > 0 ? held[0] : null, [.. held.Skip(1)],
                elsewhere.Contains(row.PersonId), [.. inPlan.Where(one => one.State is ParticipantState.Declined).Select(one => numbers[one.SessionId])]);
        });
        foreach (var person in elsewhere)
        {
            lists.TryAdd(person, new Listed(person, null, null, Guid.Empty, "", null, [], IsElsewhere: true, []));
        }

        return lists;
    }

    /// <summary>Those of them who are on the list of a session outside the plan that asks for the same.</summary>
    private async Task<HashSet<Guid>> ElsewhereAsync(FoundPlan found, List<Guid> sessions, List<Guid> people, CancellationToken cancel)
    {
        var (equal, today) = (await programmes.RunAsync(found, cancel), clock.Today);
        var rows = await (
            from one in db.Participants
            where one.PersonId != null && EF.Parameter(people).Contains(one.PersonId.Value) && one.State != ParticipantState.Declined && !sessions.Contains(one.SessionId)
            join session in db.TrainingSessions on one.SessionId equals session.Id
            where equal.Contains(session.ProgrammeId) && (session.Standing == SessionStanding.Planned || session.Standing == SessionStanding.Closing)
                && (session.LastDay >= today || db.Attendances.Any(came => came.ParticipantId == one.Id && came.ArrivedAt != null))
            select one.PersonId).ToListAsync(cancel);
        return [.. rows.OfType<Guid>()];
    }

    private async Task<IReadOnlyList<PlanFacts.Batch>> BatchesAsync(List<PlannedBatch> planned, HashSet<int> reached, Dictionary<int, int> taken, CancellationToken cancel)
    {
        var ids = planned.Select(batch => batch.SessionId).OfType<Guid>().ToList();
        var sessions = await db.TrainingSessions.AsNoTracking().Where(session => ids.Contains(session.Id)).ToDictionaryAsync(session => session.Id, cancel);
        var days = (await db.SessionHalfDays.AsNoTracking().Where(half => ids.Contains(half.SessionId)).Select(half => new { half.SessionId, half.Day }).ToListAsync(cancel)).ToLookup(half => half.SessionId, half => half.Day);
        var guests = await db.Participants.Where(one => ids.Contains(one.SessionId) && one.PersonId == null && (one.State == ParticipantState.Called || one.State == ParticipantState.Accepted))
            .GroupBy(one => one.SessionId).Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(row => row.Key, row => row.Count, cancel);
        return [.. planned.Select(batch => batch.SessionId is { } id && sessions.GetValueOrDefault(id) is { } session
            ? new PlanFacts.Batch(batch, reached.Contains(batch.Number) ? session : null, session.Place, new PlanBatch
            {
                Number = batch.Number,
                Days = [.. days[id].Distinct()],
                Seats = session.Seats,
                Guests = guests.GetValueOrDefault(id) + taken.GetValueOrDefault(batch.Number),
                IsOpen = reached.Contains(batch.Number) && session.Standing is SessionStanding.Planned && session.FirstDay > clock.Today,
            })
            : new PlanFacts.Batch(batch, null, batch.Place, new PlanBatch { Number = batch.Number, Days = [batch.Day ?? default], Seats = batch.Seats, IsOpen = batch.Day > clock.Today }))];
    }

    /// <param name="Name">Null where the reader may not know it, or nobody asks.</param>
    /// <param name="CalledTo">Number of the batch on whose list they are.</param>
    /// <param name="AlsoIn">Further batches on whose lists they are, where they take a seat, too.</param>
    /// <param name="IsElsewhere">Whether they are on the list of a session outside the plan.</param>
    private sealed record Listed(
        Guid PersonId, string? Name, string? StaffNumber, Guid UnitId, string UnitName, int? CalledTo, IReadOnlyList<int> AlsoIn, bool IsElsewhere, IReadOnlyList<int> Declined);

    private sealed class OwedRow
    {
        public required Guid PersonId { get; init; }
        public required string Name { get; init; }
        public string? StaffNumber { get; init; }
        public required Guid UnitId { get; init; }
        public required string UnitName { get; init; }
        public required CorePosition Post { get; init; }
    }
}
