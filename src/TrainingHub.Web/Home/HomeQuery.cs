using Microsoft.EntityFrameworkCore;
using TrainingHub.Account;
using TrainingHub.Certificates;
using TrainingHub.Courses;
using TrainingHub.Coverage;
using TrainingHub.People;
using TrainingHub.Practice;
using TrainingHub.Programmes;
using TrainingHub.Quizzes.Arranged;
using TrainingHub.Records;
using TrainingHub.Sessions;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Home;

/// <summary>The signed-in person's home page, in a handful of statements.</summary>
public sealed class HomeQuery(
    Db db, ProgressQuery progress, DutiesQuery dutiesQuery, LearningQuery learning, DailyQuery daily, QuizListQuery quizzes, OwnSessionsQuery sessions, CurrentPerson current, Scope scope, TurnOfDay turn, DayClock clock)
{
    public async Task<HomePage> RunAsync(Guid personId, CancellationToken cancel)
    {
        await turn.EnsureAsync(cancel);
        var today = clock.Today;
        var courses = await progress.RunAsync(personId, cancel);
        var duties = await dutiesQuery.RunAsync(personId, cancel);
        var facts = await learning.OfAsync(personId, cancel);
        var records = await RecordsAsync(personId, cancel);
        var certificates = await CertificatesAsync(personId, today, cancel);
        var owed = OwedProgramme.Merge(duties.Where(duty => duty.IsMissing), courses, facts, today);
        var owedCourses = owed.SelectMany(programme => programme.Courses).Distinct().ToList();
        var others = await ForSelfStudyAsync(personId, courses.Except(owedCourses), cancel);
        // The course of a programme that is covered is not proposed again, unless its quiz is open.
        var covered = duties.SelectMany(duty => duty.Terms.Parts).Select(part => part.CourseSlug).ToHashSet(StringComparer.Ordinal);
        var proposed = others.FindAll(course => course.Quiz.State is QuizState.Open || !covered.Contains(course.Course.Slug));
        var arranged = (await quizzes.OwnAsync(personId, cancel)).Where(quiz => quiz.IsDue || quiz.State is OwnQuizState.Ahead).ToList();
        var voluntary = await VoluntaryAsync(arranged, cancel);
        return new HomePage
        {
            Today = today,
            Owed = owed,
            Titles = await TitlesAsync(courses, owed, cancel),
            Covered = duties.GroupBy(duty => duty.ProgrammeId).Count(programme => !programme.Any(duty => duty.IsMissing)),
            Next = NextStep.Of(arranged.FindAll(quiz => quiz.State is OwnQuizState.Open || !voluntary.Contains(quiz.Slug)), owedCourses, proposed, certificates.Find(certificate => certificate.State is CertificateState.Valid)),
            Quizzes = arranged,
            Sessions = await sessions.AheadAsync(personId, cancel),
            SelfStudy = others,
            Daily = await daily.RunAsync(personId, cancel),
            CreditMinutes = LearningCredit.Minutes(facts.Where(fact => fact.Day.Year == today.Year)),
            Records = records,
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

    private async Task<Dictionary<string, string>> TitlesAsync(IReadOnlyList<CourseProgress> courses, List<OwedProgramme> owed, CancellationToken cancel)
    {
        var titles = courses.ToDictionary(course => course.Course.Slug, course => CourseWords.InLanguage(course.Course.Manifest.Title, course.Course.Manifest.TitleEn), StringComparer.Ordinal);
        var arranged = owed.SelectMany(programme => programme.Parts).Where(part => part.Part.Kind is ProgrammePartKind.Quiz && part.Part.CourseSlug.Length == 0).Select(part => part.Part.QuizSlug).ToList();
        if (arranged.Count > 0)
        {
            foreach (var quiz in await db.ArrangedQuizzes.Where(quiz => arranged.Contains(quiz.Slug)).Select(quiz => new { quiz.Slug, quiz.Title }).ToListAsync(cancel))
            {
                titles[quiz.Slug] = quiz.Title;
            }
        }

        return titles;
    }

    /// <summary>Quizzes of open contests: nobody owes them, so that they are a next step only while an attempt goes on.</summary>
    private async Task<HashSet<string>> VoluntaryAsync(List<OwnQuiz> quizzes, CancellationToken cancel)
    {
        var slugs = quizzes.ConvertAll(quiz => quiz.Slug);
        return slugs.Count == 0 ? [] : await db.OpenContests.Where(contest => slugs.Contains(contest.Slug)).Select(contest => contest.Slug).ToHashSetAsync(StringComparer.Ordinal, cancel);
    }

    private Task<int> RecordsAsync(Guid personId, CancellationToken cancel) =>
        db.TrainingRecords.CountAsync(record => record.PersonId == personId && !db.Revocations.Any(revocation => revocation.RecordId == record.Id), cancel);

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
}
