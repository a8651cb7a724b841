using Microsoft.EntityFrameworkCore;
using TrainingHub.Account;
using TrainingHub.Hosting;
using TrainingHub.People;
using TrainingHub.Questions;
using TrainingHub.Storage;

namespace TrainingHub.Quizzes.Arranged;

/// <summary>In which arranged quizzes a question of a bank is used: in those of units for which the reader writes questions or runs quizzes.</summary>
public sealed class QuestionUses(Db db, Banks banks, Scope scope) : IQuestionUses
{
    private const string UsesBank = "\"UsesBank\":true";

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
                Standing = quiz.Standing.ToString(),
                OpensAt = quiz.OpensAt,
                IsFixed = isFixed,
                Papers = papers,
                MayOpen = run.Contains(quiz.OrganizationId),
            };
        var pages = Pages.Of(page, await uses.CountAsync(cancel));
        return new UsesPage(question, await uses.Skip((pages.Page - 1) * Pages.Size).Take(Pages.Size).ToListAsync(cancel), pages);
    }
}
