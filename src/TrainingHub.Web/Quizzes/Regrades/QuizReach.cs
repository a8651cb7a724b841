using Microsoft.EntityFrameworkCore;
using TrainingHub.Account;
using TrainingHub.Courses;
using TrainingHub.People;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Quizzes.Regrades;

/// <summary>
/// Which quizzes the current person answers for, keys included: those of courses that a reached unit published, and for the topmost units those
/// that travel with the application.
/// </summary>
public sealed class QuizReach(Db db, CourseShelf shelf, Scope scope, CurrentPerson current, DayClock clock)
{
    /// <summary>What the quiz is called; null when there is none.</summary>
    public async Task<string?> TitleAsync(string slug, CancellationToken cancel) =>
        await shelf.FindQuizAsync(slug, cancel) is { Quiz: var quiz } ? QuizWords.InLanguage(quiz.Title, quiz.TitleEn) : null;

    /// <summary>The title of a quiz whose keys the current person may see and correct; null for any other, and while they are answering it themselves.</summary>
    public async Task<string?> FindOwnAsync(string slug, CancellationToken cancel) =>
        await IsOwnAsync(slug, cancel) ? await TitleAsync(slug, cancel) : null;

    /// <summary>Whether the current person may see its keys.</summary>
    public async Task<bool> IsOwnAsync(string slug, CancellationToken cancel) =>
        await shelf.FindQuizAsync(slug, cancel) is { } found
        && await ReachesAsync(found.Course.OwnerId, cancel)
        && !await db.Attempts.AnyAsync(attempt => attempt.PersonId == current.Id && attempt.QuizSlug == slug && attempt.SubmittedAt == null, cancel);

    private Task<bool> ReachesAsync(Guid? ownerId, CancellationToken cancel)
    {
        var (reach, today) = (scope.Organizations(Capability.ManageQuizzes), clock.Today);
        return ownerId is { } owner
            ? reach.ContainsAsync(owner, cancel)
            : reach.AnyAsync(id => !db.OrganizationPaths.Any(path =>
                path.DescendantId == id && path.Depth > 0 && path.SupersededAt == null && path.From <= today && today <= path.Until), cancel);
    }
}
