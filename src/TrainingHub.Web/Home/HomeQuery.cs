using Microsoft.EntityFrameworkCore;
using TrainingHub.Account;
using TrainingHub.Certificates;
using TrainingHub.Courses;
using TrainingHub.Coverage;
using TrainingHub.People;
using TrainingHub.Practice;
using TrainingHub.Quizzes.Arranged;
using TrainingHub.Records;
using TrainingHub.Sessions;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Home;

/// <summary>The signed-in person's home page, in a handful of statements.</summary>
public sealed class HomeQuery(Db db, ProgressQuery progress, DailyQuery daily, QuizListQuery quizzes, OwnSessionsQuery sessions, CurrentPerson current, Scope scope, TurnOfDay turn, DayClock clock)
{
    public async Task<HomePage> RunAsync(Guid personId, CancellationToken cancel)
    {
        await turn.EnsureAsync(cancel);
        var today = clock.Today;
        var courses = await progress.RunAsync(personId, cancel);
        var duties = await DutiesAsync(personId, today, cancel);
        var records = await RecordsAsync(personId, cancel);
        var certificates = await CertificatesAsync(personId, today, cancel);
        var owed = duties
            .Where(duty => duty.IsMissing)
            .GroupBy(duty => duty.ProgrammeId)
            .Select(group => OwedOf(group.MinBy(duty => duty.Deadline)!, courses, today))
            .OrderBy(programme => programme.Deadline).ToList();
        var owedCourses = owed.Select(programme => programme.Course).OfType<CourseProgress>().Distinct().ToList();
        var others = await ForSelfStudyAsync(personId, courses.Except(owedCourses), cancel);
        // The course of a programme that is covered is not proposed again, unless its quiz is open.
        var covered = duties.Select(duty => duty.CourseSlug).ToHashSet(StringComparer.Ordinal);
        var proposed = others.FindAll(course => course.Quiz.State is QuizState.Open || !covered.Contains(course.Course.Slug));
        var arranged = (await quizzes.OwnAsync(personId, cancel)).Where(quiz => quiz.IsDue || quiz.State is OwnQuizState.Ahead).ToList();
        return new HomePage
        {
            Today = today,
            Owed = owed,
            Covered = duties.Select(duty => duty.ProgrammeId).Distinct().Count() - owed.Count,
            Next = NextStep.Of(arranged, owedCourses, proposed, certificates.Find(certificate => certificate.State is CertificateState.Valid)),
            Quizzes = arranged,
            Sessions = await sessions.AheadAsync(personId, cancel),
            SelfStudy = others,
            Daily = await daily.RunAsync(personId, cancel),
            CreditMinutes = CreditOf(records.Where(record => record.Day.Year == today.Year)),
            Records = records.Count,
            Certificates = certificates,
            Targets = await current.MayAsync(Capability.ReadCoverage) ? await TargetsAsync(today, cancel) : [],
        };
    }

    /// <summary>What was begun first, then what is written for a post that the person holds today, then the rest.</summary>
    private async Task<List<CourseProgress>> ForSelfStudyAsync(Guid personId, IEnumerable<CourseProgress> courses, CancellationToken cancel)
    {
        var posts = await (
            from membership in db.Memberships.On(clock.Today)
            where membership.PersonId == personId
            join mapping in db.PositionMappings.On(clock.Today) on membership.PositionId equals mapping.PositionId
            select mapping.Core).ToListAsync(cancel);
        return
        [
            .. courses
                .OrderByDescending(course => course.IsStarted && !course.IsComplete)
                .ThenByDescending(course => course.Course.Manifest.Audience.Any(code => Enum.TryParse<CorePosition>(code, ignoreCase: true, out var post) && posts.Contains(post)))
                .ThenBy(course => course.Course.Slug, StringComparer.Ordinal),
        ];
    }

    /// <summary>Where the person is counted by a target that still runs.</summary>
    private async Task<List<Duty>> DutiesAsync(Guid personId, DateOnly today, CancellationToken cancel)
    {
        var (targetRules, programmeRules) = (db.TargetRules.On(today), db.ProgrammeRules.On(today));
        return await (
            from standing in db.CoverageStandings.AsNoTracking()
            where standing.PersonId == personId && (standing.Kind == StandingKind.Missing || standing.Kind == StandingKind.Covered)
            join target in db.CoverageTargets on standing.TargetId equals target.Id
            join rule in targetRules on target.Id equals rule.TargetId
            where rule.CutOffDay >= today
            join programme in db.Programmes on target.ProgrammeId equals programme.Id
            join asked in programmeRules on programme.Id equals asked.ProgrammeId
            where asked.CycleUntil >= today
            select new Duty(programme.Id, programme.Name, programme.NameEn, asked.CourseSlug,
                rule.CutOffDay < asked.CycleUntil ? rule.CutOffDay : asked.CycleUntil, standing.Kind == StandingKind.Missing)).ToListAsync(cancel);
    }

    private Task<List<OwnRecord>> RecordsAsync(Guid personId, CancellationToken cancel) =>
        db.TrainingRecords.AsNoTracking()
            .Where(record => record.PersonId == personId && !db.Revocations.Any(revocation => revocation.RecordId == record.Id))
            .Select(record => new OwnRecord(record.CourseSlug, record.SessionId, record.CompletionDay, record.CreditMinutes)).ToListAsync(cancel);

    private async Task<List<HomePage.OwnCertificate>> CertificatesAsync(Guid personId, DateOnly today, CancellationToken cancel)
    {
        var rows = await db.Certificates.AsNoTracking().Where(certificate => certificate.PersonId == personId)
            .OrderByDescending(certificate => certificate.IssuedOn).ThenByDescending(certificate => certificate.Serial)
            .Select(certificate => new { Certificate = certificate, IsRevoked = db.Revocations.Any(revocation => revocation.RecordId == certificate.RecordId) })
            .Take(50).ToListAsync(cancel);
        return rows.ConvertAll(row => new HomePage.OwnCertificate(
            row.Certificate.Serial, row.Certificate.ProgrammeName, row.Certificate.CompletionDay, row.Certificate.ValidUntil, row.Certificate.StateOn(today, row.IsRevoked)));
    }

    /// <summary>Of each series of targets the one that ends next, summed over what the reader reaches.</summary>
    private async Task<List<HomePage.TargetLine>> TargetsAsync(DateOnly today, CancellationToken cancel)
    {
        var (reach, rules) = (scope.Organizations(Capability.ReadCoverage), db.TargetRules.On(today));
        var sums = await (
            from cell in db.CoverageCells.AsNoTracking()
            where reach.Contains(cell.OrganizationId)
            group cell by cell.TargetId into cells
            select new
            {
                TargetId = cells.Key,
                Figure = new CoverageFigure
                {
                    Counted = cells.Sum(cell => cell.Counted),
                    Covered = cells.Sum(cell => cell.Covered),
                    Excluded = cells.Sum(cell => cell.Excluded),
                    UndeclaredPosts = cells.Count(cell => cell.Declared == DeclaredState.NotDeclared),
                    VacantPosts = cells.Count(cell => cell.Declared == DeclaredState.Vacant),
                },
            }).ToDictionaryAsync(sum => sum.TargetId, sum => sum.Figure, cancel);
        var running = await (
            from target in db.CoverageTargets.AsNoTracking()
            join rule in rules.AsNoTracking() on target.Id equals rule.TargetId
            where rule.CutOffDay >= today
            select new { Target = target, Rule = rule }).ToListAsync(cancel);
        return [.. running.Where(one => sums.ContainsKey(one.Target.Id)).OrderBy(one => one.Rule.CutOffDay)
            .DistinctBy(one => (one.Target.OrganizationId, one.Target.Series))
            .Select(one => new HomePage.TargetLine(one.Target.Slug, one.Target.Name, one.Target.NameEn, one.Target.Year, one.Rule, sums[one.Target.Id]))];
    }

    /// <summary>Whole minutes; a course taken twice in the year counts once.</summary>
    private static int CreditOf(IEnumerable<OwnRecord> ofOneYear) =>
        CreditCount.Minutes(ofOneYear.Select(record => (CreditCount.SubjectOf(record.CourseSlug, record.SessionId), record.Day, record.CreditMinutes)));

    private static HomePage.OwedProgramme OwedOf(Duty duty, IReadOnlyList<CourseProgress> courses, DateOnly today) => new(
        duty.Name, duty.NameEn, duty.Deadline, duty.Deadline.DayNumber - today.DayNumber,
        courses.FirstOrDefault(course => string.Equals(course.Course.Slug, duty.CourseSlug, StringComparison.Ordinal)),
        duty.CourseSlug.Length is 0);

    private sealed record Duty(Guid ProgrammeId, string Name, string NameEn, string CourseSlug, DateOnly Deadline, bool IsMissing);

    private sealed record OwnRecord(string CourseSlug, Guid? SessionId, DateOnly Day, int CreditMinutes);
}
