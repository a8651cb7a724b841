using Microsoft.EntityFrameworkCore;
using TrainingHub.Account;
using TrainingHub.Hosting;
using TrainingHub.Organizations;
using TrainingHub.Storage;

namespace TrainingHub.People.Imports;

/// <summary>Remembered words of units within reach.</summary>
public sealed class RosterWordingsQuery(Db db, Scope scope, ImportPositions positions)
{
    public async Task<RosterWordingsPage> ListAsync(string? q, int page, CancellationToken cancel)
    {
        var reached = scope.Organizations(Capability.ManagePeople);
        var wordings = db.RosterWordings.AsNoTracking().Where(wording => reached.Contains(wording.OrganizationId));
        if (q is not null)
        {
            var folded = NameFolding.Fold(q);
            wordings = wordings.Where(wording => wording.Folded.Contains(folded) || db.Organizations.Any(unit => unit.Id == wording.OrganizationId && unit.NormalizedName.Contains(folded)));
        }

        var pages = Pages.Of(page, await wordings.CountAsync(cancel));
        var lines = await (
            from wording in wordings
            join unit in db.Organizations on wording.OrganizationId equals unit.Id
            orderby unit.NormalizedName, unit.Code, wording.Column, wording.Folded
            select new RosterWordingsPage.Line(wording, unit.Code, unit.Name, db.People.Where(person => person.Id == wording.SetBy).Select(person => person.Name).FirstOrDefault() ?? ""))
            .Skip((pages.Page - 1) * pages.Length).Take(pages.Length).ToListAsync(cancel);
        var known = new Dictionary<Guid, List<KnownPosition>>();
        foreach (var unit in lines.Select(line => line.Wording.OrganizationId).Distinct())
        {
            known[unit] = await positions.ListAsync([unit], cancel);
        }

        return new RosterWordingsPage(lines, pages, q, known);
    }
}
