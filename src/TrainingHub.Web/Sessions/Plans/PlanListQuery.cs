using Microsoft.EntityFrameworkCore;
using TrainingHub.Hosting;
using TrainingHub.Storage;

namespace TrainingHub.Sessions.Plans;

/// <summary>The plans in reach, what was changed last first.</summary>
public sealed class PlanListQuery(Db db, FindPlan find)
{
    public async Task<PlanListPage> RunAsync(int page, CancellationToken cancel)
    {
        var reached = find.Reached();
        var pages = Pages.Of(page, await reached.CountAsync(cancel));
        var rows = await (
            from plan in reached
            join target in db.CoverageTargets on plan.TargetId equals target.Id
            join unit in db.Organizations on plan.OrganizationId equals unit.Id
            orderby plan.ChangedAt descending, plan.Id
            select new PlanListPage.Row(
                plan.Id, plan.Title, unit.Name, target.Name, target.NameEn, target.Year, db.PlannedBatches.Count(batch => batch.PlanId == plan.Id), plan.ChangedAt, plan.AppliedAt, plan.AppliedPeople))
            .Skip((pages.Page - 1) * Pages.Size).Take(Pages.Size).ToListAsync(cancel);
        return new PlanListPage(rows, pages);
    }
}
