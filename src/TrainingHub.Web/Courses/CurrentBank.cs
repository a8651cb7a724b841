using Microsoft.EntityFrameworkCore;
using TrainingHub.Questions;
using TrainingHub.Standards;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Courses;

/// <summary>The questions of a course that may be drawn today: those whose basis holds.</summary>
public sealed class CurrentBank(Db db, StandardShelf standards, PreparedBanks prepared, DayClock clock)
{
    /// <summary>For lessons and practice.</summary>
    public Task<IReadOnlyList<QuestionVersion>> OfAsync(ShelfCourse course, CancellationToken cancel) => ReadAsync(course, clock.Today, BasisRule.MayBeDrawn, cancel);

    /// <summary>For papers: what rests on an edition that is to be checked is left out.</summary>
    public Task<IReadOnlyList<QuestionVersion>> ForPapersAsync(ShelfCourse course, CancellationToken cancel) => ForPapersAsync(course, clock.Today, cancel);

    /// <summary>For papers, made ready for drawing.</summary>
    public async Task<QuestionPools> PoolsForPapersAsync(ShelfCourse course, CancellationToken cancel)
    {
        var (history, day) = (await standards.HistoryAsync(cancel), clock.Today);
        if (prepared.Find(course.Hash, history, day) is { } known)
        {
            return known;
        }

        var pools = QuestionPools.Of(await ForPapersAsync(course, day, cancel));
        if (!course.Bank.Any(question => BasisRule.StandingOf(question.Key, history, day) is ClauseStanding.Altered))
        {
            prepared.Keep(course.Hash, history, day, pools);
        }

        return pools;
    }

    /// <summary>For papers of another day, as far as that is known today.</summary>
    public Task<IReadOnlyList<QuestionVersion>> ForPapersAsync(ShelfCourse course, DateOnly day, CancellationToken cancel) =>
        ReadAsync(course, day, BasisRule.MayStandOnPaper, cancel);

    /// <summary>What was found still right and under which edition, and not taken back since.</summary>
    public async Task<IReadOnlySet<(string Subject, string Under)>> ReviewedAsync(string courseSlug, CancellationToken cancel) =>
        (await db.BasisReviews.AsNoTracking().Standing(db).Where(review => review.CourseSlug == courseSlug).Select(review => new { review.Subject, review.Under }).ToListAsync(cancel))
            .Select(review => (review.Subject, review.Under)).ToHashSet();

    private async Task<IReadOnlyList<QuestionVersion>> ReadAsync(ShelfCourse course, DateOnly day, Func<ClauseStanding, bool, bool> mayBeDrawn, CancellationToken cancel)
    {
        var history = await standards.HistoryAsync(cancel);
        var standings = course.Bank.Select(question => (Question: question, Standing: BasisRule.StandingOf(question.Key, history, day))).ToList();
        // Most courses rest on editions in force: then nothing has to be asked.
        var reviewed = standings.Exists(entry => entry.Standing is ClauseStanding.Altered) ? await ReviewedAsync(course.Slug, cancel) : null;
        return [.. standings.Where(entry => mayBeDrawn(entry.Standing, IsReviewed(entry.Question, history, day, reviewed))).Select(entry => entry.Question)];
    }

    private static bool IsReviewed(QuestionVersion question, EditionHistory history, DateOnly day, IReadOnlySet<(string, string)>? reviewed) =>
        reviewed is not null
        && EditionOf(BasisRule.WeakestOf(question.Key, history, day)) is { } edition
        && InForceAfter(edition, history, day) is { } now
        && reviewed.Contains((question.Hash, UnderOf(now.Name)));

    /// <summary>How an edition is named in a review.</summary>
    internal static string UnderOf(EditionName name) => $"{name.Slug}@{name.Edition}";

    /// <summary>The edition that a basis names; null for a document outside the standards.</summary>
    internal static EditionName? EditionOf(Basis basis) => basis switch
    {
        Basis.OfClause clause => new EditionName(clause.StandardSlug, clause.Edition),
        Basis.OfStatement said => new EditionName(said.StandardSlug, said.Edition),
        _ => null,
    };

    /// <summary>The edition that stands in the place of this one today, followed to the last; null when none does.</summary>
    internal static StandardEdition? InForceAfter(EditionName name, EditionHistory history, DateOnly day)
    {
        StandardEdition? last = null;
        var seen = new HashSet<EditionName> { name };
        for (var next = history.SuccessorOf(name, day); next is not null && seen.Add(next.Name); next = history.SuccessorOf(next.Name, day))
        {
            last = next;
        }

        return last;
    }
}
