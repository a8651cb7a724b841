using Microsoft.EntityFrameworkCore;
using TrainingHub.Programmes;
using TrainingHub.Storage;

namespace TrainingHub.Coverage;

internal static class TargetReads
{
    extension(IQueryable<CoverageTarget> targets)
    {
        /// <summary>By promise and year; those that have no rule on the day, or of which we knew none at the moment, are left out.</summary>
        /// <param name="db">Where their rules stand.</param>
        /// <param name="day">The day.</param>
        /// <param name="moment">Only what we knew then counts, UTC; null: all that we know now.</param>
        /// <param name="cancel">Stops it.</param>
        public async Task<List<TargetSummary>> AsOfAsync(Db db, DateOnly day, DateTime? moment, CancellationToken cancel)
        {
            var rows = await (
                from target in targets
                join rule in db.TargetRules.KnownAt(moment).Where(r => r.From <= day && day <= r.Until) on target.Id equals rule.TargetId
                join programme in db.Programmes on target.ProgrammeId equals programme.Id
                join setter in db.Organizations on target.OrganizationId equals setter.Id
                orderby target.Series, setter.Name, setter.Id, target.Year, target.Slug
                select new { target, rule, programme, SetterName = setter.Name }).AsNoTracking().ToListAsync(cancel);
            var programmes = rows.Select(row => row.programme.Id).Distinct().ToList();
            var byProgramme = (await db.ProgrammeRules.KnownAt(moment).Where(r => programmes.Contains(r.ProgrammeId)).AsNoTracking().ToListAsync(cancel)).ToLookup(r => r.ProgrammeId);
            return rows.ConvertAll(row => new TargetSummary
            {
                Slug = row.target.Slug,
                Name = row.target.Name,
                NameEn = row.target.NameEn,
                Series = row.target.Series,
                Year = row.target.Year,
                Source = row.target.Source,
                SetterName = row.SetterName,
                ProgrammeName = row.programme.Name,
                ProgrammeNameEn = row.programme.NameEn,
                Today = day,
                Moment = moment,
                Terms = new TargetTerms
                {
                    TargetId = row.target.Id,
                    SetterId = row.target.OrganizationId,
                    ProgrammeId = row.target.ProgrammeId,
                    Rule = row.rule,
                    ProgrammeRules = [.. byProgramme[row.programme.Id]],
                },
            });
        }
    }
}
