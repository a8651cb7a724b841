using Microsoft.EntityFrameworkCore;
using TrainingHub.Account;
using TrainingHub.Courses;
using TrainingHub.People;
using TrainingHub.Quizzes.Arranged;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Quizzes.Regrades;

/// <summary>
/// Which quizzes the current person answers for, keys included: those of courses that a reached unit published, for the topmost units those that
/// travel with the application, and those that a reached unit arranged. Which quizzes the person watches over: of an arranged one also those whose
/// people take part in what a unit above them arranged.
/// </summary>
public sealed class QuizReach(Db db, IPrintedPapers printedPapers, WithheldQuestions withheld, CourseShelf shelf, FindArranged arranged, Scope scope, CurrentPerson current, DayClock clock)
{
    /// <summary>What the quiz is called; null when there is none. Whether the reader may know of it is for the caller to ask.</summary>
    public async Task<string?> TitleAsync(string slug, CancellationToken cancel) =>
        await CourseTitleAsync(slug, cancel) ?? await arranged.TitleAsync(slug, cancel);

    /// <summary>What a quiz is called in which people in reach may take part; null for any other, and for a draft of a unit above.</summary>
    public async Task<string?> WatchedTitleAsync(string slug, CancellationToken cancel)
    {
        if (!FindArranged.IsSlug(slug))
        {
            return await CourseTitleAsync(slug, cancel);
        }

        var (reach, today) = (scope.Organizations(Capability.ManageQuizzes), clock.Today);
        var above = db.OrganizationPaths
            .Where(path => path.SupersededAt == null && path.From <= today && today <= path.Until && reach.Contains(path.DescendantId)).Select(path => path.AncestorId);
        return await db.ArrangedQuizzes
            .Where(quiz => quiz.Slug == slug && (reach.Contains(quiz.OrganizationId) || (quiz.Standing != QuizStanding.Draft && above.Contains(quiz.OrganizationId))))
            .Select(quiz => quiz.Title).SingleOrDefaultAsync(cancel);
    }

    /// <summary>The title of a quiz whose keys the current person may see and correct; null for any other, and while they are answering it themselves.</summary>
    public async Task<string?> FindOwnAsync(string slug, CancellationToken cancel) =>
        await IsOwnAsync(slug, cancel) ? await TitleAsync(slug, cancel) : null;

    /// <summary>
    /// Whether the current person may see its keys. Nobody may who is answering it, or another quiz on which one of its questions stands: what
    /// several quizzes draw from one bank is the same question. Who has a paper of a session that is not over is answering it.
    /// </summary>
    public async Task<bool> IsOwnAsync(string slug, CancellationToken cancel) =>
        await AnswersForAsync(slug, cancel) && !await IsAnsweringAsync(slug, cancel);

    /// <summary>Whether the current person is answering it now, or another quiz on which one of its questions stands.</summary>
    public async Task<bool> IsAnsweringAsync(string slug, CancellationToken cancel)
    {
        var personId = current.Id;
        var open = db.Attempts.Where(attempt => attempt.PersonId == personId && attempt.SubmittedAt == null);
        var printed = printedPapers.In(db).Where(paper => paper.PersonId == personId);
        if (await open.AnyAsync(attempt => attempt.QuizSlug == slug, cancel) || await printed.AnyAsync(paper => paper.QuizSlug == slug, cancel))
        {
            return true;
        }

        var hashes = await db.AttemptItems.Where(item => open.Any(attempt => attempt.Id == item.AttemptId) || printed.Any(paper => paper.Id == item.AttemptId)).Select(item => item.QuestionHash).Distinct().ToListAsync(cancel);
        if (hashes.Count is 0)
        {
            return false;
        }

        // Another version of a bank's question, or a copy in another bank, has the same key.
        var ids = (await withheld.OnPapersAsync(personId, cancel)).Where(name => name.CourseSlug.Length is 0).Select(name => name.QuestionId).ToList();
        var shown = db.PublishedQuestions.Where(question => hashes.Contains(question.Hash) || ids.Contains(question.QuestionId)).Select(question => question.Hash);
        return await db.AttemptItems.AnyAsync(item => shown.Contains(item.QuestionHash)
            && (db.Attempts.Any(attempt => attempt.Id == item.AttemptId && attempt.QuizSlug == slug) || db.SessionPapers.Any(paper => paper.Id == item.AttemptId && paper.QuizSlug == slug)), cancel);
    }

    private async Task<string?> CourseTitleAsync(string slug, CancellationToken cancel) =>
        await shelf.FindQuizAsync(slug, cancel) is { Quiz: var quiz } ? QuizWords.InLanguage(quiz.Title, quiz.TitleEn) : null;

    private async Task<bool> AnswersForAsync(string slug, CancellationToken cancel)
    {
        var reach = scope.Organizations(Capability.ManageQuizzes);
        return await shelf.FindQuizAsync(slug, cancel) is { } found
            ? await ReachesAsync(found.Course.OwnerId, cancel)
            : FindArranged.IsSlug(slug) && await db.ArrangedQuizzes.AnyAsync(quiz => quiz.Slug == slug && reach.Contains(quiz.OrganizationId), cancel);
    }

    private Task<bool> ReachesAsync(Guid? ownerId, CancellationToken cancel)
    {
        var (reach, today) = (scope.Organizations(Capability.ManageQuizzes), clock.Today);
        return ownerId is { } owner
            ? reach.ContainsAsync(owner, cancel)
            : reach.AnyAsync(id => !db.OrganizationPaths.Any(path =>
                path.DescendantId == id && path.Depth > 0 && path.SupersededAt == null && path.From <= today && today <= path.Until), cancel);
    }
}
