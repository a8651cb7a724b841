using Microsoft.EntityFrameworkCore;
using TrainingHub.Account;
using TrainingHub.Organizations;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.People.Imports;

/// <summary>Lists of organizations in the reader's reach, and what they would do today.</summary>
public sealed class UnitListsQuery(Db db, Scope scope, FindOrganization find, DayClock clock, Ids ids)
{
    private const int MostLists = 20;

    public async Task<UnitListPage.Form> FormAsync(UnitListInput input, ReadOutcome.Refused? refusal, CancellationToken cancel)
    {
        var lists = await (
            from list in Reached().AsNoTracking()
            join unit in db.Organizations on list.OrganizationId equals unit.Id
            orderby list.UploadedAt descending, list.Id
            select new { list, unit.Name }).Take(MostLists).ToListAsync(cancel);
        var units = await find.SuggestAsync(scope.Organizations(Capability.ManageOrganizations), cancel);
        return new UnitListPage.Form(input, [.. units.Select(unit => unit.Name)], [.. lists.Select(one => (one.list, one.Name))], refusal);
    }

    /// <summary>Null where there is none in reach.</summary>
    public async Task<UnitListPage?> FindAsync(string number, CancellationToken cancel)
    {
        if (await Reached().AsNoTracking().SingleOrDefaultAsync(list => list.Number == number, cancel) is not { } import)
        {
            return null;
        }

        var root = await db.Organizations.AsNoTracking().SingleAsync(unit => unit.Id == import.OrganizationId, cancel);
        return new UnitListPage(import, root.Name, import.State switch
        {
            ImportState.Preview => await PlanAsync(import, root, cancel),
            ImportState.Applied => import.Content.Length is 0 ? [] : ImportJson.Unpack<UnitPlan[]>(import.Content),
            ImportState.Abandoned => [],
            _ => await AgreedAsync(import, cancel),
        });
    }

    /// <summary>One in reach by its number, without its rows; null where there is none.</summary>
    public Task<UnitListImport?> FindRunAsync(string number, CancellationToken cancel) => Reached().AsNoTracking().SingleOrDefaultAsync(list => list.Number == number, cancel);

    /// <summary>The unit that was typed, by full name or code; null where it is not in reach, or not the only one.</summary>
    public async Task<Guid?> FindUnitAsync(string typed, CancellationToken cancel) =>
        await find.RunAsync(typed, scope.Organizations(Capability.ManageOrganizations), cancel) is [var only] ? only : null;

    private async Task<IReadOnlyList<UnitPlan>> AgreedAsync(UnitListImport import, CancellationToken cancel)
    {
        var parts = await db.RosterImportParts.AsNoTracking().Where(part => part.ImportId == import.Id).OrderBy(part => part.Number).Select(part => part.Content).ToListAsync(cancel);
        return [.. UnitPlan.AfterWriting(parts.SelectMany(ImportJson.Unpack<UnitPlan[]>), ApplyUnitList.LateOf(import))];
    }

    private async Task<IReadOnlyList<UnitPlan>> PlanAsync(UnitListImport import, Organization root, CancellationToken cancel)
    {
        var (rootId, today) = (root.Id, clock.Today);
        // Of a unit that stands there only from a later day on where it will stand first.
        var below = db.OrganizationPaths.Where(path => path.AncestorId == rootId && path.Depth > 0 && path.SupersededAt == null && today <= path.Until).Select(path => path.DescendantId);
        var units = await db.Organizations.AsNoTracking().Where(unit => below.Contains(unit.Id)).Select(unit => new { unit.Id, unit.Code }).ToListAsync(cancel);
        // What it is on the day from which the list holds, of a unit that opens later what it will be; one that is closed is none.
        var (day, details) = (import.EffectiveDay, (await db.OrganizationDetails.Known().AsNoTracking().Where(one => below.Contains(one.OrganizationId)).ToListAsync(cancel)).ToLookup(one => one.OrganizationId));
        var first = await db.OrganizationDetails.Known().Where(one => one.OrganizationId == rootId || below.Contains(one.OrganizationId))
            .GroupBy(one => one.OrganizationId).Select(group => new { group.Key, From = group.Min(one => one.From) }).ToDictionaryAsync(one => one.Key, one => one.From, cancel);
        var stands = (await db.OrganizationParents.Known().AsNoTracking().Where(one => below.Contains(one.OrganizationId)).ToListAsync(cancel)).ToLookup(one => one.OrganizationId);
        var present = units.Select(unit => unit.Id).Append(rootId).ToHashSet();
        var parents = stands.Select(group => (group.Key, Parent: group.FirstOrDefault(one => one.HoldsOn(day) && present.Contains(one.ParentId)) ?? group.Where(one => one.Until >= today).MinBy(one => one.From)))
            .Where(one => one.Parent is not null).ToDictionary(one => one.Key, one => one.Parent?.ParentId ?? rootId);
        List<KnownNode> nodes =
        [
            .. from unit in units
               let known = details[unit.Id].ToList()
               where known.Exists(one => one.Until >= today) && parents.ContainsKey(unit.Id)
               let place = DatedChange.Place(known, day)
               let detail = place.Cut ?? known.Where(one => one.Until >= today).MinBy(one => one.From)
               where detail is not null
               select new KnownNode(unit.Id, unit.Code, detail.Name, parents[unit.Id], detail.Kind, detail.Stages, detail.Flags, detail.Area)
               {
                   From = first[unit.Id],
                   IsThere = place.Cut is not null,
                   DetailsUntil = place.Until,
                   ParentUntil = DatedChange.Place([.. stands[unit.Id]], day).Until,
               },
        ];
        // Who stands elsewhere today and comes here later is not of this list yet, nor is who stands below them.
        for (var known = nodes.Select(node => node.Id).Append(rootId).ToHashSet(); nodes.RemoveAll(node => !known.Contains(parents[node.Id])) > 0;)
        {
            known = [rootId, .. nodes.Select(node => node.Id)];
        }

        var top = new KnownNode(root.Id, root.Code, root.Name, null, OrganizationKind.None, SchoolStages.None, OrganizationFlags.None, null) { From = first[root.Id] };
        return new UnitListMatcher(top, nodes, ids.Next).Match(ImportJson.Unpack<UnitRow[]>(import.Content));
    }

    private IQueryable<UnitListImport> Reached()
    {
        var reach = scope.Organizations(Capability.ManageOrganizations);
        return db.UnitListImports.Where(list => reach.Contains(list.OrganizationId));
    }
}
