using Microsoft.EntityFrameworkCore;
using TrainingHub.Questions;
using TrainingHub.Standards;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Courses;

/// <summary>The questions of a course that may be drawn today: those whose basis holds.</summary>
public sealed class CurrentBank(Db db, StandardShelf standards, DayClock clock)
{
    public async Task<IReadOnlyList<QuestionVersion>> OfAsync(ShelfCourse course, CancellationToken cancel)
    {
        var (history, today) = (await standards.HistoryAsync(cancel), clock.Today);
        var standings = course.Bank.Select(question => (Question: question, Standing: BasisRule.StandingOf(question.Key.Basis, history, today))).ToList();
        // Most courses rest on editions in force: then nothing has to be asked.
        var reviewed = standings.Exists(entry => entry.Standing is ClauseStanding.Altered) ? await ReviewedAsync(course.Slug, cancel) : null;
        return
        [
            .. standings
                .Where(entry => BasisRule.MayBeDrawn(entry.Standing, IsReviewed(entry.Question, history, today, reviewed)))
                .Select(entry => entry.Question),
        ];
    }

    /// <summary>What was found still right, and under which edition.</summary>
    public async Task<IReadOnlySet<(string Subject, string Under)>> ReviewedAsync(string courseSlug, CancellationToken cancel) =>
        (await db.BasisReviews.AsNoTracking().Where(review => review.CourseSlug == courseSlug).Select(review => new { review.Subject, review.Under }).ToListAsync(cancel))
            .Select(review => (review.Subject, review.Under)).ToHashSet();

    private static bool IsReviewed(QuestionVersion question, EditionHistory history, DateOnly day, IReadOnlySet<(string, string)>? reviewed) =>
        reviewed is not null
        && EditionOf(question.Key.Basis) is { } edition
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
