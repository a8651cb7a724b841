using Microsoft.EntityFrameworkCore;
using TrainingHub.Coverage;
using TrainingHub.Programmes;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Home;

/// <summary>Where a person is counted by a target that still runs, and why.</summary>
public sealed class DutiesQuery(Db db, DayClock clock)
{
    public async Task<IReadOnlyList<OwnDuty>> RunAsync(Guid personId, CancellationToken cancel)
    {
        var today = clock.Today;
        var (targetRules, programmeRules) = (db.TargetRules.On(today), db.ProgrammeRules.On(today));
        var rows = await (
            from standing in db.CoverageStandings.AsNoTracking()
            where standing.PersonId == personId && (standing.Kind == StandingKind.Missing || standing.Kind == StandingKind.Covered)
            join target in db.CoverageTargets on standing.TargetId equals target.Id
            join rule in targetRules on target.Id equals rule.TargetId
            where rule.CutOffDay >= today
            join programme in db.Programmes on target.ProgrammeId equals programme.Id
            join asked in programmeRules on programme.Id equals asked.ProgrammeId
            where asked.CycleUntil >= today
            join setter in db.Organizations on target.OrganizationId equals setter.Id
            join unit in db.Organizations on standing.OrganizationId equals unit.Id
            select new
            {
                standing.Kind,
                standing.OrganizationId,
                standing.Position,
                target.Slug,
                target.Name,
                target.NameEn,
                target.Year,
                target.Source,
                ProgrammeId = programme.Id,
                Programme = programme.Name,
                ProgrammeEn = programme.NameEn,
                Setter = setter.Name,
                Unit = unit.Name,
                rule.WindowFrom,
                rule.WindowUntil,
                rule.CutOffDay,
            }).ToListAsync(cancel);
        if (rows.Count == 0)
        {
            return [];
        }

        var ids = rows.Select(row => row.ProgrammeId).Distinct().ToList();
        var terms = (await db.TermsOfAsync(programmeRules.Where(rule => ids.Contains(rule.ProgrammeId)).AsNoTracking(), cancel)).ToDictionary(one => one.Rule.ProgrammeId);
        var (memberships, mappings) = (db.Memberships.On(today), db.PositionMappings.On(today));
        var posts = await (
            from membership in memberships
            where membership.PersonId == personId
            join mapping in mappings on membership.PositionId equals mapping.PositionId
            select new { membership.OrganizationId, mapping.Core, membership.From }).ToListAsync(cancel);
        return
        [
            .. from row in rows
               let asked = terms[row.ProgrammeId]
               let last = Earlier(row.CutOffDay, row.WindowUntil)
               select new OwnDuty(asked, Earlier(row.CutOffDay, asked.Rule.CycleUntil), row.Kind == StandingKind.Missing, new DutyReason
               {
                   Slug = row.Slug,
                   Target = row.Name,
                   TargetEn = row.NameEn,
                   Year = row.Year,
                   Programme = row.Programme,
                   ProgrammeEn = row.ProgrammeEn,
                   Setter = row.Setter,
                   Source = row.Source,
                   Unit = row.Unit,
                   Position = row.Position,
                   Since = posts.Where(post => post.OrganizationId == row.OrganizationId && post.Core == row.Position).Select(post => (DateOnly?)post.From).Min(),
                   From = row.WindowFrom < asked.Rule.CycleFrom ? asked.Rule.CycleFrom : row.WindowFrom,
                   Until = Earlier(last, asked.Rule.CycleUntil),
                   OnlyWhileInPost = asked.Rule.OnlyWhileInPost,
               }),
        ];
    }

    private static DateOnly Earlier(DateOnly one, DateOnly other) => one < other ? one : other;
}
