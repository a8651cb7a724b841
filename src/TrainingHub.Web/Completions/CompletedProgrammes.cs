using Microsoft.EntityFrameworkCore;
using TrainingHub.Programmes;
using TrainingHub.Storage;

namespace TrainingHub.Completions;

/// <summary>Which programmes something completes.</summary>
internal static class CompletedProgrammes
{
    extension(Db db)
    {
        /// <summary>Those that ask for this quiz alone and whose cycle the day falls in.</summary>
        public async Task<List<(Programme Programme, ProgrammeRule Rule)>> ProgrammesOfAsync(string quizSlug, DateOnly day, CancellationToken cancel)
        {
            var rules = db.ProgrammeRules.Known();
            var rows = await (
                from rule in rules
                where rule.QuizSlug == quizSlug && rule.From <= day && day <= rule.Until
                    && rule.CycleFrom <= day && day <= rule.CycleUntil
                    && !db.ProgrammeParts.Any(part => part.RuleId == rule.Id)
                join programme in db.Programmes on rule.ProgrammeId equals programme.Id
                orderby programme.Id
                select new { programme, rule }).AsNoTracking().ToListAsync(cancel);
            return rows.ConvertAll(row => (row.programme, row.rule));
        }

        /// <summary>The programme for which a session is held; null when the day lies outside its cycle, or it asks for more than one thing.</summary>
        public async Task<(Programme Programme, ProgrammeRule Rule)?> SessionProgrammeAsync(Guid programmeId, DateOnly day, CancellationToken cancel)
        {
            var rules = db.ProgrammeRules.On(day);
            var row = await (
                from rule in rules
                where rule.ProgrammeId == programmeId && rule.CycleFrom <= day && day <= rule.CycleUntil
                    && !db.ProgrammeParts.Any(part => part.RuleId == rule.Id)
                join programme in db.Programmes on rule.ProgrammeId equals programme.Id
                select new { programme, rule }).AsNoTracking().SingleOrDefaultAsync(cancel);
            return row is null ? null : (row.programme, row.rule);
        }

        /// <summary>That programme and every other that asks for exactly the same and whose cycle the day falls in: nobody is called for the same thing twice.</summary>
        public async Task<List<(Programme Programme, ProgrammeRule Rule)>> SessionProgrammesAsync(Guid programmeId, DateOnly day, CancellationToken cancel) =>
            await db.SessionProgrammeAsync(programmeId, day, cancel) is var (_, rule) ? await db.ProgrammesOfAsync(rule.QuizSlug, day, cancel) : [];
    }
}
