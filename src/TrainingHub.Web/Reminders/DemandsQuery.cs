using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using TrainingHub.Coverage;
using TrainingHub.Notices;
using TrainingHub.Organizations;
using TrainingHub.People;
using TrainingHub.Programmes;
using TrainingHub.Quizzes;
using TrainingHub.Sessions;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Reminders;

/// <summary>What is asked of people on a day, and who still owes it. There are few demands and many people: days are reckoned here, people are found by the database.</summary>
public sealed class DemandsQuery(Db db, OfficerDemands officers, DayClock clock, IStringLocalizer<RemindersText> text)
{
    // Whatever targets ask for it, a unit's posts are declared on one page.
    private static readonly Guid Declaring = new("019a0000-0000-7000-8000-000000000001");

    /// <summary>Demands whose deadline is that day or later, by the rules of <paramref name="today"/>; those of targets first, by cut-off day and id.</summary>
    public async Task<List<RunningDemand>> RunningAsync(DateOnly today, DateOnly day, CancellationToken cancel)
    {
        var targets = (await TargetsAsync(today, day, cancel)).ToList();
        // Where no target runs, the year's end stands in.
        var cutOff = targets.Select(demand => demand.CutOffDay).DefaultIfEmpty(new DateOnly(day.Year, 12, 31)).Min();
        return [.. targets, .. await QuizzesAsync(day, cancel), .. await SessionsAsync(day, cancel), .. officers.Reports(day), .. officers.Decisions(cutOff)];
    }

    /// <summary>
    /// Whoever owes one of the wished demands, each person and thing once: where an earlier demand of the same thing misses them too, that one is said
    /// and not this.
    /// </summary>
    /// <param name="all">All that run.</param>
    /// <param name="wished">Some of them.</param>
    /// <param name="today">Whose posts and rules hold.</param>
    public IQueryable<Owing> Owing(IReadOnlyList<RunningDemand> all, IReadOnlyCollection<RunningDemand> wished, DateOnly today)
    {
        var owing = Programmes(all, Of(OwedKind.Programme));
        if (Of(OwedKind.Quiz) is { Count: > 0 } quizzes)
        {
            owing = owing.Concat(Quizzes(quizzes.ConvertAll(demand => demand.Id), today));
        }

        if (Of(OwedKind.Call) is { Count: > 0 } calls)
        {
            owing = owing.Concat(Calls(calls.ConvertAll(demand => demand.Id), today));
        }

        if (Of(OwedKind.Declaration) is { Count: > 0 } declarations)
        {
            owing = owing.Concat(Declarations(all, declarations, today));
        }

        owing = Of(OwedKind.Report).Aggregate(owing, (found, report) => found.Concat(officers.ReportsOwing(report, today)));
        return Of(OwedKind.Decision).Aggregate(owing, (found, decision) => found.Concat(officers.DecisionsOwing(decision, today)));

        List<RunningDemand> Of(OwedKind kind) => [.. wished.Where(demand => demand.Kind == kind)];
    }

    private async Task<IEnumerable<RunningDemand>> TargetsAsync(DateOnly today, DateOnly day, CancellationToken cancel)
    {
        var (targetRules, programmeRules) = (db.TargetRules.On(today), db.ProgrammeRules.On(today));
        var rows = await (
            from target in db.CoverageTargets.AsNoTracking()
            join rule in targetRules on target.Id equals rule.TargetId
            where rule.CutOffDay >= day
            join programme in db.Programmes on target.ProgrammeId equals programme.Id
            join asked in programmeRules on programme.Id equals asked.ProgrammeId
            where asked.CycleUntil >= day
            orderby rule.CutOffDay, target.Id
            select new { target, rule.CutOffDay, programme, asked }).ToListAsync(cancel);
        var ids = rows.Select(row => row.asked.Id).Distinct().ToList();
        var keys = (await db.TermsOfAsync(db.ProgrammeRules.AsNoTracking().Where(rule => ids.Contains(rule.Id)), cancel)).ToDictionary(terms => terms.Rule.ProgrammeId, terms => terms.DemandKey);
        // Programmes that ask for the same are one thing, which is done once: it has the names of all.
        var same = rows.Select(row => row.programme).DistinctBy(programme => programme.Id).OrderBy(programme => programme.Id).ToLookup(programme => keys[programme.Id], StringComparer.Ordinal);
        return rows.ConvertAll(row => new RunningDemand(row.target.Id, row.CutOffDay, Programme(
            [row.programme, .. same[keys[row.programme.Id]].Where(other => other.Id != row.programme.Id)], row.CutOffDay < row.asked.CycleUntil ? row.CutOffDay : row.asked.CycleUntil)))
            .Concat(rows.ConvertAll(row => new RunningDemand(row.target.Id, row.CutOffDay, Item(
                OwedKind.Declaration, Declaring, name => text["Owed_Declaration", name], (row.target.Name, row.target.NameEn), row.CutOffDay))));
    }

    /// <summary>Arranged quizzes open on the day. Nobody owes the one of an open contest: whoever likes takes part.</summary>
    private async Task<IEnumerable<RunningDemand>> QuizzesAsync(DateOnly day, CancellationToken cancel)
    {
        var (begin, end) = (clock.StartOf(day), clock.StartOf(day.AddDays(1)));
        var rows = await db.ArrangedQuizzes.AsNoTracking().Where(quiz => quiz.Standing == QuizStanding.Published && quiz.OpensAt < end && quiz.ClosesAt > begin
                && !db.OpenContests.Any(contest => contest.QuizId == quiz.Id))
            .OrderBy(quiz => quiz.ClosesAt).ThenBy(quiz => quiz.Id).Select(quiz => new { quiz.Id, quiz.Title, quiz.ClosesAt }).ToListAsync(cancel);
        return rows.Select(row =>
        {
            var last = clock.DayOf(row.ClosesAt.AddTicks(-1));
            return new RunningDemand(row.Id, last, Item(OwedKind.Quiz, row.Id, title => text["Owed_Quiz", title], (row.Title, row.Title), last));
        });
    }

    /// <summary>Sessions that have not begun before the day.</summary>
    private async Task<IEnumerable<RunningDemand>> SessionsAsync(DateOnly day, CancellationToken cancel)
    {
        var rows = await db.TrainingSessions.AsNoTracking().Where(session => session.Standing == SessionStanding.Planned && session.FirstDay >= day)
            .OrderBy(session => session.FirstDay).ThenBy(session => session.Id).Select(session => new { session.Id, session.Title, session.FirstDay }).ToListAsync(cancel);
        return rows.Select(row => new RunningDemand(
            row.Id, row.FirstDay, Item(OwedKind.Call, row.Id, title => text["Owed_Call", title], (row.Title, row.Title), row.FirstDay)));
    }

    /// <param name="same">Programmes that ask for the same, the one that is meant first.</param>
    /// <param name="deadline">Of its target.</param>
    private OwedItem Programme(List<Programme> same, DateOnly deadline) => new(
        same.Min(programme => programme.Id),
        NoticeWords.InChinese(() => string.Join(text["Owed_And"], same.Select(programme => programme.Name).Distinct(StringComparer.Ordinal))),
        NoticeWords.InEnglish(() => string.Join(text["Owed_And"], same.Select(programme => programme.NameEn).Distinct(StringComparer.Ordinal))), deadline);

    private static OwedItem Item(OwedKind kind, Guid subjectId, Func<string, string> words, (string Chinese, string English) name, DateOnly deadline) =>
        new(subjectId, NoticeWords.InChinese(() => words(name.Chinese)), NoticeWords.InEnglish(() => words(name.English)), deadline) { Kind = kind };

    private IQueryable<Owing> Programmes(IReadOnlyList<RunningDemand> all, List<RunningDemand> wished)
    {
        var targets = wished.ConvertAll(demand => demand.Id);
        var missing = db.CoverageStandings.AsNoTracking().Where(standing => standing.Kind == StandingKind.Missing && targets.Contains(standing.TargetId));
        foreach (var demand in wished)
        {
            if (Earlier(all, demand) is { Count: > 0 } earlier)
            {
                var target = demand.Id;
                missing = missing.Where(standing => standing.TargetId != target
                    || !db.CoverageStandings.Any(other => other.PersonId == standing.PersonId && other.Kind == StandingKind.Missing && earlier.Contains(other.TargetId)));
            }
        }

        return missing.Select(standing => new Owing
        {
            PersonId = standing.PersonId,
            OrganizationId = standing.OrganizationId,
            Position = standing.Position,
            Kind = OwedKind.Programme,
            DemandId = standing.TargetId,
        });
    }

    /// <summary>Whoever takes part and has not handed in anything, by the earliest known of the posts that make them take part.</summary>
    private IQueryable<Owing> Quizzes(List<Guid> quizIds, DateOnly today)
    {
        var taking =
            from quiz in db.ArrangedQuizzes
            where quizIds.Contains(quiz.Id)
            join path in Paths(today) on quiz.OrganizationId equals path.AncestorId
            join post in db.Memberships.On(today) on path.DescendantId equals post.OrganizationId
            from core in db.PositionMappings.On(today).Where(mapping => mapping.PositionId == post.PositionId).Select(mapping => (CorePosition?)mapping.Core).DefaultIfEmpty()
            where quiz.Positions == CorePosition.None || (core != null && (core.Value & quiz.Positions) != CorePosition.None)
            select new { quiz.Id, quiz.Slug, post.PersonId, post.FactId, post.OrganizationId, Core = core };
        return taking
            .Where(one => !taking.Any(other => other.Id == one.Id && other.PersonId == one.PersonId && other.FactId.CompareTo(one.FactId) < 0)
                && !db.Attempts.Any(attempt => attempt.PersonId == one.PersonId && attempt.QuizSlug == one.Slug && attempt.SubmittedAt != null))
            .Select(one => new Owing
            {
                PersonId = one.PersonId,
                OrganizationId = one.OrganizationId,
                Position = one.Core ?? CorePosition.None,
                Kind = OwedKind.Quiz,
                DemandId = one.Id,
            });
    }

    /// <summary>Whoever has a seat and has not answered.</summary>
    private IQueryable<Owing> Calls(List<Guid> sessionIds, DateOnly today)
    {
        var (posts, mappings) = (db.Memberships.On(today), db.PositionMappings.On(today));
        return
            from called in db.Participants
            where sessionIds.Contains(called.SessionId) && called.State == ParticipantState.Called && called.AnsweredAt == null
            join post in posts on called.PersonId equals (Guid?)post.PersonId
            where !posts.Any(other => other.PersonId == post.PersonId && other.FactId.CompareTo(post.FactId) < 0)
            from core in mappings.Where(mapping => mapping.PositionId == post.PositionId).Select(mapping => (CorePosition?)mapping.Core).DefaultIfEmpty()
            select new Owing
            {
                PersonId = post.PersonId,
                OrganizationId = post.OrganizationId,
                Position = core ?? CorePosition.None,
                Kind = OwedKind.Call,
                DemandId = called.SessionId,
            };
    }

    /// <summary>Whoever declares for exactly that unit; who does for all below one is not asked for each of them.</summary>
    private IQueryable<Owing> Declarations(IReadOnlyList<RunningDemand> all, List<RunningDemand> wished, DateOnly today)
    {
        var (targets, running, rules) = (wished.ConvertAll(demand => demand.Id), all.Where(demand => demand.Kind is OwedKind.Declaration).Select(demand => demand.Id).ToList(), db.TargetRules.On(today));
        var silent =
            from cell in db.CoverageCells.AsNoTracking()
            where cell.Declared == DeclaredState.NotDeclared && targets.Contains(cell.TargetId)
            join rule in rules on cell.TargetId equals rule.TargetId
            where !(
                from other in db.CoverageCells
                where other.OrganizationId == cell.OrganizationId && other.Declared == DeclaredState.NotDeclared && running.Contains(other.TargetId)
                join earlier in rules on other.TargetId equals earlier.TargetId
                where earlier.CutOffDay < rule.CutOffDay || (earlier.CutOffDay == rule.CutOffDay && other.TargetId.CompareTo(cell.TargetId) < 0)
                select other).Any()
            select cell;
        var owed = (
            from cell in silent
            join grant in db.Grants on cell.OrganizationId equals grant.OrganizationId
            where grant.Capability == Capability.DeclarePositions && grant.RevokedAt == null
            select new { grant.PersonId, cell.OrganizationId, cell.TargetId }).Distinct();
        return owed.Select(one => new Owing
        {
            PersonId = one.PersonId,
            OrganizationId = one.OrganizationId,
            Position = CorePosition.None,
            Kind = OwedKind.Declaration,
            DemandId = one.TargetId,
        });
    }

    private IQueryable<OrganizationPath> Paths(DateOnly today) => db.OrganizationPaths.Where(path => path.SupersededAt == null && path.From <= today && today <= path.Until);

    /// <summary>The demands of the same thing whose deadline comes before.</summary>
    private static List<Guid> Earlier(IReadOnlyList<RunningDemand> all, RunningDemand demand)
    {
        var same = all.Where(other => other.Kind == demand.Kind && other.Item.SubjectId == demand.Item.SubjectId);
        return [.. same.TakeWhile(other => other.Id != demand.Id).Select(other => other.Id)];
    }
}
