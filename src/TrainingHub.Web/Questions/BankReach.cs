using Microsoft.EntityFrameworkCore;
using TrainingHub.Storage;

namespace TrainingHub.Questions;

/// <summary>Whose banks a unit reads: its own and those of the units above it. What lies beside or below it is not its own.</summary>
internal static class BankReach
{
    extension(Db db)
    {
        /// <summary>The unit itself, then the units above it on that day, the nearest first.</summary>
        public async Task<IReadOnlyList<Guid>> BanksAboveAsync(Guid organizationId, DateOnly day, CancellationToken cancel) =>
            await db.OrganizationPaths
                .Where(path => path.DescendantId == organizationId && path.SupersededAt == null && path.From <= day && day <= path.Until)
                .OrderBy(path => path.Depth).Select(path => path.AncestorId).ToListAsync(cancel);

        /// <summary>Ids of the questions of which these are copies, and of all other copies of them, in any bank; what is no copy and has none may be missing.</summary>
        public async Task<IReadOnlyList<string>> CopiesOfAsync(IReadOnlyCollection<string> questionIds, CancellationToken cancel)
        {
            var origins = await db.BankQuestions.Where(question => EF.Parameter(questionIds).Contains(question.QuestionId)).Select(question => question.Origin ?? question.QuestionId).Distinct().ToListAsync(cancel);
            var first = db.BankQuestions.Where(question => EF.Parameter(origins).Contains(question.QuestionId));
            var copies = db.BankQuestions.Where(question => question.Origin != null && EF.Parameter(origins).Contains(question.Origin));
            return await first.Select(question => question.QuestionId).Concat(copies.Select(question => question.QuestionId)).ToListAsync(cancel);
        }
    }
}
