using Microsoft.EntityFrameworkCore;
using TrainingHub.Account;
using TrainingHub.Hosting;
using TrainingHub.People;
using TrainingHub.Quizzes.Arranged;
using TrainingHub.Storage;

namespace TrainingHub.Questions;

/// <summary>Where a question of a bank is used: in quizzes of units for which the reader writes questions or runs quizzes.</summary>
public sealed class UsesQuery(Db db, Banks banks, Scope scope)
{
    private const string UsesBank = "\"UsesBank\":true";

    /// <param name="question">Within reach: the caller has asked.</param>
    /// <param name="page">From 1.</param>
    /// <param name="cancel">Ends it.</param>
    public async Task<UsesPage> RunAsync(BankQuestion question, int page, CancellationToken cancel)
    {
        var (written, run, mark) = (banks.Editable(), scope.Organizations(Capability.ManageQuizzes), TermsJson.FixedMark(question.QuestionId));
        var versions = db.BankQuestionVersions.Where(version => version.BankQuestionId == question.Id).Select(version => version.Hash);
        var uses =
            from quiz in db.ArrangedQuizzes.AsNoTracking()
            where (written.Contains(quiz.OrganizationId) || run.Contains(quiz.OrganizationId)) && quiz.Terms.Contains(UsesBank)
            let papers = db.Attempts.Count(attempt => attempt.QuizSlug == quiz.Slug && db.AttemptItems.Any(item => item.AttemptId == attempt.Id && versions.Contains(item.QuestionHash)))
            let isFixed = quiz.Terms.Contains(mark)
            where isFixed || papers > 0
            orderby quiz.OpensAt descending, quiz.Id
            select new UsesPage.Row
            {
                Slug = quiz.Slug,
                Title = quiz.Title,
                OwnerName = db.Organizations.Where(unit => unit.Id == quiz.OrganizationId).Select(unit => unit.Name).First(),
                Standing = quiz.Standing,
                OpensAt = quiz.OpensAt,
                IsFixed = isFixed,
                Papers = papers,
                MayOpen = run.Contains(quiz.OrganizationId),
            };
        var pages = Pages.Of(page, await uses.CountAsync(cancel));
        return new UsesPage(question, await uses.Skip((pages.Page - 1) * Pages.Size).Take(Pages.Size).ToListAsync(cancel), pages);
    }
}
