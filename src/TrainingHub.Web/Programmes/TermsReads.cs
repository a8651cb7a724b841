using Microsoft.EntityFrameworkCore;
using TrainingHub.Storage;

namespace TrainingHub.Programmes;

internal static class TermsReads
{
    extension(Db db)
    {
        /// <summary>Rules with their parts.</summary>
        public async Task<List<ProgrammeTerms>> TermsOfAsync(IQueryable<ProgrammeRule> rules, CancellationToken cancel)
        {
            var found = await rules.ToListAsync(cancel);
            var ids = found.ConvertAll(rule => rule.Id);
            var parts = (await db.ProgrammeParts.AsNoTracking().Where(part => ids.Contains(part.RuleId)).OrderBy(part => part.Number).ToListAsync(cancel)).ToLookup(part => part.RuleId);
            return found.ConvertAll(rule => new ProgrammeTerms(rule, [.. parts[rule.Id]]));
        }

        /// <summary>Rules of whatever days that ask for this quiz, alone or with other things.</summary>
        public IQueryable<ProgrammeRule> RulesAsking(string quizSlug) =>
            db.ProgrammeRules.Where(rule => rule.QuizSlug == quizSlug || db.ProgrammeParts.Any(part => part.RuleId == rule.Id && part.QuizSlug == quizSlug));
    }
}
