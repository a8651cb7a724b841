using TrainingHub.Hosting;
using TrainingHub.Questions;
using TrainingHub.Standards;
using TrainingHub.Time;

namespace TrainingHub.Courses;

/// <summary>The work list of an author: what rests on changed standards in the courses within reach, as they are learnt now.</summary>
public sealed class StaleQuery(ReachedCourses reached, StaleRows stale, StandardShelf standards, CurrentBank bank, BankUses banks, DayClock clock)
{
    public async Task<StalePage> RunAsync(StaleFilter filter, CancellationToken cancel)
    {
        var courses = await reached.RunAsync(cancel);
        var all = await AllAsync(courses, cancel);
        var rows = all.Where(row => Matches(row, filter)).ToList();
        var pages = Pages.Of(filter.Page, rows.Count);
        return new StalePage(
            filter,
            [.. rows.Skip((pages.Page - 1) * Pages.Size).Take(Pages.Size)],
            pages,
            [.. all.Select(row => (row.CourseSlug, row.CourseTitle)).Distinct()],
            await ShortagesAsync(courses, cancel))
        {
            Banks = filter.Course is null ? [.. (await banks.StaleAsync(cancel)).Where(stale => Matches(stale, filter))] : [],
        };
    }

    /// <summary>Every row of the filter, for export.</summary>
    public async Task<IReadOnlyList<StaleRow>> ExportAsync(StaleFilter filter, CancellationToken cancel) =>
        [.. (await AllAsync(await reached.RunAsync(cancel), cancel)).Where(row => Matches(row, filter))];

    /// <summary>The rows of one question or lesson: today's first, then those of days ahead. Empty when the course is out of reach or nothing of it is stale.</summary>
    public async Task<IReadOnlyList<StaleRow>> FindAsync(string courseSlug, string subject, CancellationToken cancel) =>
        await reached.FindAsync(courseSlug, cancel) is { } course ? await stale.OfAsync(course, subject, cancel) : [];

    private static bool Matches(StaleRow row, StaleFilter filter) =>
        (filter.Course is null || string.Equals(row.CourseSlug, filter.Course, StringComparison.Ordinal))
        && (filter.Standing is null || row.Standing == filter.Standing)
        && (filter.Ahead is null || row.From is not null == filter.Ahead)
        && (filter.Reviewed || !row.IsReviewed);

    private static bool Matches(StaleBankUse stale, StaleFilter filter) =>
        (filter.Standing is null || stale.Standing == filter.Standing) && (filter.Ahead is null || stale.From is not null == filter.Ahead);

    private async Task<List<StaleRow>> AllAsync(IReadOnlyList<ShelfCourse> courses, CancellationToken cancel)
    {
        var rows = new List<StaleRow>();
        foreach (var course in courses)
        {
            rows.AddRange(await stale.OfAsync(course, cancel));
        }

        // What is so today stands first, and of that what keeps a question from being drawn.
        return
        [
            .. rows.OrderBy(row => row.From ?? DateOnly.MinValue).ThenByDescending(row => row.Standing)
                .ThenBy(row => row.CourseSlug, StringComparer.Ordinal).ThenBy(row => row.Id, StringComparer.Ordinal),
        ];
    }

    /// <summary>Quizzes that lack questions today, or will on a day that is known.</summary>
    private async Task<List<StaleShortage>> ShortagesAsync(IReadOnlyList<ShelfCourse> courses, CancellationToken cancel)
    {
        var shortages = new List<StaleShortage>();
        var days = (await standards.HistoryAsync(cancel)).ChangesAfter(clock.Today);
        foreach (var course in courses)
        {
            foreach (var quiz in course.Manifest.Quizzes)
            {
                foreach (var day in days.Prepend(clock.Today))
                {
                    var lacking = quiz.Blueprint.FindShortages(await bank.ForPapersAsync(course, day, cancel));
                    shortages.AddRange(lacking.Select(shortage => new StaleShortage(course.Manifest.Title, quiz.Title, shortage, day == clock.Today ? null : day)));
                    if (lacking.Count > 0)
                    {
                        break;
                    }
                }
            }
        }

        return shortages;
    }
}
