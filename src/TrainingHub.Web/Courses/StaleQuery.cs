using TrainingHub.Hosting;
using TrainingHub.Questions;
using TrainingHub.Standards;
using TrainingHub.Time;

namespace TrainingHub.Courses;

/// <summary>What rests on editions that are no longer in force: every question and lesson of every course as it is learnt now.</summary>
public sealed class StaleQuery(CourseShelf shelf, StandardShelf standards, CurrentBank bank, DayClock clock)
{
    public async Task<StalePage> RunAsync(StaleFilter filter, CancellationToken cancel)
    {
        var all = await AllAsync(cancel);
        var rows = all.Where(row => Matches(row, filter)).ToList();
        var pages = Pages.Of(filter.Page, rows.Count);
        return new StalePage(
            filter,
            [.. rows.Skip((pages.Page - 1) * Pages.Size).Take(Pages.Size)],
            pages,
            [.. all.Select(row => (row.CourseSlug, row.CourseTitle)).Distinct()],
            await ShortagesAsync(cancel));
    }

    /// <summary>Every row of the filter, for export.</summary>
    public async Task<IReadOnlyList<StaleRow>> ExportAsync(StaleFilter filter, CancellationToken cancel) =>
        [.. (await AllAsync(cancel)).Where(row => Matches(row, filter))];

    /// <summary>One row; null when that course has no such stale question or lesson.</summary>
    public async Task<StaleRow?> FindAsync(string courseSlug, string subject, CancellationToken cancel) =>
        (await AllAsync(cancel)).Find(row => string.Equals(row.CourseSlug, courseSlug, StringComparison.Ordinal) && string.Equals(row.Subject, subject, StringComparison.Ordinal));

    private static bool Matches(StaleRow row, StaleFilter filter) =>
        (filter.Course is null || string.Equals(row.CourseSlug, filter.Course, StringComparison.Ordinal))
        && (filter.Standing is null || row.Standing == filter.Standing)
        && (filter.Reviewed || !row.IsReviewed);

    private async Task<List<StaleRow>> AllAsync(CancellationToken cancel)
    {
        var history = await standards.HistoryAsync(cancel);
        var rows = new List<StaleRow>();
        foreach (var course in await shelf.CoursesAsync(cancel))
        {
            var reviewed = await bank.ReviewedAsync(course.Slug, cancel);
            rows.AddRange(Lessons(course, history, reviewed));
            rows.AddRange(Questions(course, history, reviewed));
        }

        // What keeps a question from being drawn stands first.
        return [.. rows.OrderByDescending(row => row.Standing).ThenBy(row => row.CourseSlug, StringComparer.Ordinal).ThenBy(row => row.Id, StringComparer.Ordinal)];
    }

    private IEnumerable<StaleRow> Lessons(ShelfCourse course, EditionHistory history, IReadOnlySet<(string, string)> reviewed) =>
        from lesson in course.Manifest.Lessons
        from clause in lesson.Clauses
        let standing = history.StandingOf(clause.Edition, clause.Number, clock.Today)
        where BasisRule.IsStale(standing)
        group (clause, standing) by lesson into found
        let worst = found.MaxBy(entry => entry.standing)
        select Row(course, isLesson: true, found.Key.Slug, found.Key.Slug, found.Key.Title, worst.clause.Edition, worst.clause.Number, worst.standing, history, reviewed);

    private IEnumerable<StaleRow> Questions(ShelfCourse course, EditionHistory history, IReadOnlySet<(string, string)> reviewed) =>
        from question in course.Bank
        let standing = BasisRule.StandingOf(question.Key.Basis, history, clock.Today)
        where BasisRule.IsStale(standing)
        let edition = CurrentBank.EditionOf(question.Key.Basis)
        select Row(
            course, isLesson: false, question.Hash, question.Prompt.Id, question.Prompt.Stem, edition,
            (question.Key.Basis as Basis.OfClause)?.ClauseNumber, standing, history, reviewed);

    private StaleRow Row(
        ShelfCourse course, bool isLesson, string subject, string id, string text, EditionName edition, string? clause, ClauseStanding standing,
        EditionHistory history, IReadOnlySet<(string, string)> reviewed)
    {
        var now = CurrentBank.InForceAfter(edition, history, clock.Today);
        return new StaleRow(
            course.Slug, course.Manifest.Title, isLesson, subject, id, text, history.Find(edition), edition, clause, standing, now,
            now is not null && standing is not (ClauseStanding.Repealed or ClauseStanding.Unknown) && reviewed.Contains((subject, CurrentBank.UnderOf(now.Name))));
    }

    private async Task<List<(string Course, string Quiz, DrawOutcome.Shortage Shortage)>> ShortagesAsync(CancellationToken cancel)
    {
        var shortages = new List<(string, string, DrawOutcome.Shortage)>();
        foreach (var course in await shelf.CoursesAsync(cancel))
        {
            var drawable = await bank.OfAsync(course, cancel);
            shortages.AddRange(course.Manifest.Quizzes.SelectMany(quiz => quiz.Blueprint.FindShortages(drawable).Select(shortage => (course.Manifest.Title, quiz.Title, shortage))));
        }

        return shortages;
    }
}
