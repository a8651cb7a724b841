using Microsoft.EntityFrameworkCore;
using TrainingHub.Courses;
using TrainingHub.Organizations;
using TrainingHub.Records;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Quizzes;

/// <summary>Reads that several actions and pages of this folder share.</summary>
internal static class QuizRows
{
    private const OrganizationKind Bureaus =
        OrganizationKind.Province | OrganizationKind.City | OrganizationKind.CountyBureau | OrganizationKind.BureauDepartment | OrganizationKind.AffiliatedUnit | OrganizationKind.ManagementCentre;

    extension(FinishedLessons finished)
    {
        /// <summary>How many lessons the person has still to finish before this quiz; only the quiz that completes a course asks for them.</summary>
        public async Task<int> LeftBeforeAsync(Guid personId, ShelfQuiz found, CancellationToken cancel) =>
            string.Equals(found.Course.Manifest.QuizSlug, found.Quiz.Slug, StringComparison.Ordinal)
                ? found.Course.Manifest.Lessons.Select(lesson => lesson.Slug).Except(await finished.OfAsync(personId, found.Course, cancel), StringComparer.Ordinal).Count()
                : 0;
    }

    extension(IPrintedPapers printed)
    {
        /// <summary>How many papers that are still to be sat the person has of the quiz: each uses an attempt.</summary>
        public Task<int> CountAsync(Db db, Guid personId, string slug, CancellationToken cancel) =>
            printed.In(db).CountAsync(paper => paper.PersonId == personId && paper.QuizSlug == slug, cancel);
    }

    extension(Db db)
    {
        /// <summary>Of each item the answer that counts: the highest version that was not late.</summary>
        public Task<List<AnswerEntry>> CountingAnswersAsync(Guid attemptId, CancellationToken cancel) =>
            db.AnswerEntries.AsNoTracking().Where(entry => entry.AttemptId == attemptId && !entry.IsLate
                && !db.AnswerEntries.Any(later => later.AttemptId == attemptId && later.Item == entry.Item && !later.IsLate && later.Version > entry.Version))
                .ToListAsync(cancel);

        /// <summary>Points given for written answers, by item; see <see cref="Marking"/>; an item that is not decided is left out.</summary>
        public async Task<IReadOnlyDictionary<int, int>> MarkedPointsAsync(Guid attemptId, CancellationToken cancel) =>
            (await db.MarkedPointsAsync([attemptId], cancel)).GetValueOrDefault(attemptId) ?? new Dictionary<int, int>();

        /// <summary>The same for several attempts; those without a written answer that was marked are left out.</summary>
        public async Task<IReadOnlyDictionary<Guid, IReadOnlyDictionary<int, int>>> MarkedPointsAsync(IReadOnlyCollection<Guid> attemptIds, CancellationToken cancel) =>
            (await db.AnswerMarks.AsNoTracking().Where(mark => attemptIds.Contains(mark.AttemptId)).ToListAsync(cancel))
                .GroupBy(mark => mark.AttemptId)
                .ToDictionary(marks => marks.Key, IReadOnlyDictionary<int, int> (marks) =>
                    (from item in marks.GroupBy(mark => mark.Item)
                     let points = Marking.PointsOf(item)
                     where points is not null
                     select KeyValuePair.Create(item.Key, points.Value)).ToDictionary());

        /// <summary>What starting an attempt asks for of what was given to the person.</summary>
        public async Task<PersonAllowances> GivenToAsync(Guid personId, string slug, CancellationToken cancel) =>
            new(await db.QuizAllowances.AsNoTracking().Where(a => a.PersonId == personId && a.QuizSlug == slug).ToListAsync(cancel));

        /// <summary>
        /// One at a time, until the transaction ends: somebody starts, or is given something while they have not begun. Without it each could miss the other,
        /// and what was given would not count. On SQLite the write gate does it.
        /// </summary>
        public async Task LockStartAsync(Guid personId, string slug, CancellationToken cancel)
        {
            if (db.IsPostgres)
            {
                var key = $"start {personId:N} {slug}";
                await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(hashtextextended({key}, 0))", cancel);
            }
        }

        /// <summary>What was given to the person for the quiz, newest first.</summary>
        public async Task<List<AllowanceLine>> AllowancesAsync(Guid personId, string slug, DayClock clock, CancellationToken cancel)
        {
            var rows = await (
                from given in db.QuizAllowances.AsNoTracking()
                where given.PersonId == personId && given.QuizSlug == slug
                orderby given.GivenAt descending, given.Id descending
                select new { Given = given, By = db.People.Where(p => p.Id == given.GivenBy && p.AnonymizedAt == null).Select(p => p.Name).FirstOrDefault() }).ToListAsync(cancel);
            return rows.ConvertAll(row => new AllowanceLine(row.Given.AttemptNumber, row.Given.Minutes, row.Given.Reason, clock.InZone(row.Given.GivenAt), row.By));
        }

        /// <summary>What passing an attempt is evidence of: of the session at which it was answered, else of an examination online.</summary>
        public async Task<Evidence> EvidenceOfAsync(Guid attemptId, CancellationToken cancel) =>
            await db.SessionPapers.Where(paper => paper.Id == attemptId)
                .Join(db.TrainingSessions, paper => paper.SessionId, session => session.Id, (_, session) => new { session.OrganizationId, session.LastDay }).SingleOrDefaultAsync(cancel) is { } session
                ? await db.EvidenceOfSessionAsync(session.OrganizationId, session.LastDay, cancel)
                : Evidence.OnlineExamination;

        /// <summary>The same of a session, by the kind of the unit on its last day.</summary>
        public async Task<Evidence> EvidenceOfSessionAsync(Guid organizationId, DateOnly lastDay, CancellationToken cancel)
        {
            var details = db.OrganizationDetails.On(lastDay);
            var kind = await details.Where(detail => detail.OrganizationId == organizationId).Select(detail => detail.Kind).FirstOrDefaultAsync(cancel);
            return (kind & Bureaus) != OrganizationKind.None ? Evidence.BureauSession : Evidence.SchoolSession;
        }

        public Task<List<AttemptItem>> PaperAsync(Guid attemptId, CancellationToken cancel) =>
            db.AttemptItems.AsNoTracking().Where(item => item.AttemptId == attemptId).OrderBy(item => item.Number).ToListAsync(cancel);
    }
}
