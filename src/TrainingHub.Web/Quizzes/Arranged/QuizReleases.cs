using Microsoft.EntityFrameworkCore;
using TrainingHub.Courses;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Quizzes.Arranged;

/// <summary>What of graded attempts may be told now.</summary>
public sealed class QuizReleases(Db db, IPrintedPapers printedPapers, FindArranged find, DayClock clock)
{
    /// <summary>Of one quiz; everything, for the quiz of a course.</summary>
    public async Task<ReleasePolicy.Released> OfAsync(string slug, CancellationToken cancel) =>
        await find.RunAsync(slug, cancel) is { } found ? await OfAsync(found.Quiz, found.Terms, cancel) : ReleasePolicy.Released.All;

    /// <summary>Slugs of the quizzes that the person handed in and of which something is not told yet.</summary>
    /// <param name="personId">Whose.</param>
    /// <param name="isTold">Whether what is asked about is released.</param>
    /// <param name="cancel">Ends it.</param>
    public async Task<IReadOnlyList<string>> HeldAsync(Guid personId, Func<ReleasePolicy.Released, bool> isTold, CancellationToken cancel)
    {
        var printed = printedPapers.In(db);
        var taken = await (
            from quiz in db.ArrangedQuizzes.AsNoTracking()
            where db.Attempts.Any(attempt => attempt.PersonId == personId && attempt.QuizSlug == quiz.Slug && attempt.SubmittedAt != null)
            select new
            {
                Quiz = quiz,
                Added = db.GroupAllowances.Where(given => given.QuizSlug == quiz.Slug && given.Minutes != null).Sum(given => given.Minutes) ?? 0,
                IsAnswered = db.Attempts.Any(attempt => attempt.QuizSlug == quiz.Slug && attempt.SubmittedAt == null) || printed.Any(paper => paper.QuizSlug == quiz.Slug),
            }).ToListAsync(cancel);
        var waiting = await WaitingAsync(taken.ConvertAll(one => one.Quiz.Slug), cancel);
        return [.. taken.Where(one => !isTold(TermsJson.Read(one.Quiz.Terms).Release.On(
            IsWindowOver(one.Quiz, one.Added) && !one.IsAnswered && !waiting[one.Quiz.Slug].Any(given => MayBegin(one.Quiz, one.Added, given))))).Select(one => one.Quiz.Slug)];
    }

    public async Task<ReleasePolicy.Released> OfAsync(ArrangedQuiz quiz, QuizTerms terms, CancellationToken cancel) =>
        terms.Release == ReleasePolicy.Open ? ReleasePolicy.Released.All : terms.Release.On(await IsOverAsync(quiz, cancel));

    /// <summary>Whether the window is over, for those with more time or with leave to begin later too, and nobody is answering.</summary>
    public async Task<bool> IsOverAsync(ArrangedQuiz quiz, CancellationToken cancel)
    {
        var added = await db.GroupAllowances.Where(group => group.QuizSlug == quiz.Slug && group.Minutes != null).SumAsync(group => group.Minutes, cancel) ?? 0;
        var slug = quiz.Slug;
        return IsWindowOver(quiz, added)
            && !(await WaitingAsync([slug], cancel))[slug].Any(given => MayBegin(quiz, added, given))
            && !await db.Attempts.AnyAsync(attempt => attempt.QuizSlug == quiz.Slug && attempt.SubmittedAt == null, cancel)
            && !await printedPapers.In(db).AnyAsync(paper => paper.QuizSlug == quiz.Slug, cancel);
    }

    // Whoever was ill begins after the others: what these are told would reach that person too.
    private bool MayBegin(ArrangedQuiz quiz, int addedMinutes, QuizAllowance given)
    {
        var closesAt = quiz.ClosesAt.AddMinutes(addedMinutes + (given.Minutes ?? 0));
        return given.AttemptNumber is 0 ? StartRule.IsExcused(closesAt, [given.GivenAt], clock.Now) : quiz.Standing is QuizStanding.Published && clock.Now <= closesAt;
    }

    // What was given to people who have not begun, by quiz.
    private async Task<ILookup<string, QuizAllowance>> WaitingAsync(IReadOnlyCollection<string> slugs, CancellationToken cancel) =>
        (await db.QuizAllowances.AsNoTracking().Where(given => slugs.Contains(given.QuizSlug) && given.AttemptNumber <= 1
            && !db.Attempts.Any(attempt => attempt.QuizSlug == given.QuizSlug && attempt.PersonId == given.PersonId)).ToListAsync(cancel)).ToLookup(given => given.QuizSlug, StringComparer.Ordinal);

    // Somebody was given more time: what the others are told would reach them too.
    private bool IsWindowOver(ArrangedQuiz quiz, int addedMinutes) => quiz.Standing is not QuizStanding.Published || clock.Now > quiz.ClosesAt.AddMinutes(addedMinutes);
}
