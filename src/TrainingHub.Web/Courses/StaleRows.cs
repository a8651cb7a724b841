using TrainingHub.Questions;
using TrainingHub.Standards;
using TrainingHub.Time;

namespace TrainingHub.Courses;

/// <summary>
/// What of a course rests on an edition that is no longer in force, and what will from a day that is known already: so that authors can prepare
/// before an edition begins.
/// </summary>
public sealed class StaleRows(StandardShelf standards, CurrentBank bank, DayClock clock)
{
    public Task<IReadOnlyList<StaleRow>> OfAsync(ShelfCourse course, CancellationToken cancel) => OfAsync(course, subject: null, cancel);

    /// <param name="course">The course.</param>
    /// <param name="subject">The question's hash, or the lesson's slug; null for all.</param>
    /// <param name="cancel">Ends the reading.</param>
    public async Task<IReadOnlyList<StaleRow>> OfAsync(ShelfCourse course, string? subject, CancellationToken cancel)
    {
        var history = await standards.HistoryAsync(cancel);
        var reviewed = await bank.ReviewedAsync(course.Slug, cancel);
        var found = new Found(course, history, reviewed, clock.Today, history.ChangesAfter(clock.Today));
        return [.. Lessons(found, subject), .. Questions(found, subject)];
    }

    private static IEnumerable<StaleRow> Lessons(Found found, string? subject) =>
        from lesson in found.Course.Manifest.Lessons
        where subject is null || string.Equals(lesson.Slug, subject, StringComparison.Ordinal)
        from entry in found.Days(day => Worst(lesson, found.History, day))
        select found.Row(isLesson: true, lesson.Slug, lesson.Slug, lesson.Title, entry);

    private static IEnumerable<StaleRow> Questions(Found found, string? subject) =>
        from question in found.Course.Bank
        where subject is null || string.Equals(question.Hash, subject, StringComparison.Ordinal)
        from entry in found.Days(day => Weakest(question.Key, found.History, day))
        select found.Row(isLesson: false, question.Hash, question.Prompt.Id, question.Prompt.Stem, entry);

    private static Touched? Weakest(QuestionKey key, EditionHistory history, DateOnly day)
    {
        var basis = BasisRule.WeakestOf(key, history, day);
        return CurrentBank.EditionOf(basis) is { } edition
            ? new Touched(edition, (basis as Basis.OfClause)?.ClauseNumber, BasisRule.StandingOf(basis, history, day), null)
            : null;
    }

    private static Touched? Worst(CourseManifest.LessonEntry lesson, EditionHistory history, DateOnly day) => lesson.Clauses
        .Select(clause => new Touched(clause.Edition, clause.Number, history.StandingOf(clause.Edition, clause.Number, day), null))
        .Where(touched => BasisRule.IsStale(touched.Standing))
        .MaxBy(touched => touched.Standing);

    /// <param name="Edition">What is rested on.</param>
    /// <param name="Clause">The clause; null when none is named.</param>
    /// <param name="Standing">What became or becomes of it.</param>
    /// <param name="From">The day on which that begins; null when it has begun.</param>
    private sealed record Touched(EditionName Edition, string? Clause, ClauseStanding Standing, DateOnly? From);

    private sealed record Found(ShelfCourse Course, EditionHistory History, IReadOnlySet<(string, string)> Reviewed, DateOnly Today, IReadOnlyList<DateOnly> Changes)
    {
        /// <summary>How it is today, if stale, and each later day that makes something else of it.</summary>
        public IEnumerable<Touched> Days(Func<DateOnly, Touched?> read)
        {
            var now = read(Today);
            var before = SenseOf(now, Today);
            if (now is not null && BasisRule.IsStale(now.Standing))
            {
                yield return now;
            }

            foreach (var day in Changes)
            {
                var then = read(day);
                if (SenseOf(then, day) is var sense && sense != before && then is not null && BasisRule.IsStale(then.Standing))
                {
                    yield return then with { From = day };
                }

                before = sense;
            }
        }

        public StaleRow Row(bool isLesson, string subject, string id, string text, Touched touched)
        {
            var after = CurrentBank.InForceAfter(touched.Edition, History, touched.From ?? Today);
            return new StaleRow(
                Course.Slug, Course.Manifest.Title, isLesson, subject, id, text, History.Find(touched.Edition), touched.Edition, touched.Clause, touched.Standing, after,
                after is not null && touched.Standing is not (ClauseStanding.Repealed or ClauseStanding.Unknown) && Reviewed.Contains((subject, CurrentBank.UnderOf(after.Name))))
            {
                From = touched.From,
            };
        }

        private (ClauseStanding?, EditionName?, string?, EditionName?) SenseOf(Touched? touched, DateOnly day) => touched is null
            ? default
            : (touched.Standing, touched.Edition, touched.Clause, CurrentBank.InForceAfter(touched.Edition, History, day)?.Name);
    }
}
