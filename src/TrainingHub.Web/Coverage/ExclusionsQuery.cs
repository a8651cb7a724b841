using Microsoft.EntityFrameworkCore;
using TrainingHub.Account;
using TrainingHub.Hosting;
using TrainingHub.Organizations;
using TrainingHub.People;
using TrainingHub.Storage;

namespace TrainingHub.Coverage;

public sealed class ExclusionsQuery(Db db, Scope scope, UnitsBelow below, CurrentPerson current)
{
    /// <summary>What was asked in reach, and the people that a name finds.</summary>
    public async Task<ExclusionsPage> ReadAsync(TargetSummary target, ExclusionsFilter filter, CancellationToken cancel)
    {
        var pages = Pages.Of(filter.Page, await Filtered(target, filter).CountAsync(cancel));
        var mayAsk = await current.MayAsync(Capability.DeclarePositions);
        var looked = filter.Name?.Trim() ?? "";
        return new ExclusionsPage
        {
            Target = target,
            Filter = filter,
            Pages = pages,
            Rows = await Rows(target, filter).Skip((pages.Page - 1) * pages.Length).Take(pages.Length).ToListAsync(cancel),
            MayAsk = mayAsk,
            Name = looked,
            Found = mayAsk && looked.Length > 0 ? await FindAsync(target, NameFolding.Fold(looked), cancel) : [],
        };
    }

    /// <summary>All of them, one after the other.</summary>
    public IAsyncEnumerable<ExclusionRow> AllAsync(TargetSummary target, ExclusionsFilter filter) => Rows(target, filter).AsAsyncEnumerable();

    private IQueryable<Exclusion> Filtered(TargetSummary target, ExclusionsFilter filter)
    {
        var (id, state, reach) = (target.Id, filter.State, scope.Organizations(Capability.ReadNames));
        var found = db.Exclusions.Known().Where(e => e.TargetId == id && reach.Contains(e.OrganizationId) && (state == null || e.State == state));
        if (filter.Q is { } typed)
        {
            var folded = NameFolding.Fold(typed);
            found = found.Where(e => db.People.Any(p => p.Id == e.PersonId && p.AnonymizedAt == null && p.NormalizedName.Contains(folded))
                || db.Organizations.Any(o => o.Id == e.OrganizationId && o.NormalizedName.Contains(folded)));
        }

        return found;
    }

    private IQueryable<ExclusionRow> Rows(TargetSummary target, ExclusionsFilter filter)
    {
        var (column, isDown) = filter.Order;
        var rows = Rows(Filtered(target, filter));
        var ordered = column switch
        {
            ExclusionSort.Name => rows.OrderBy(row => row.PersonName, isDown),
            ExclusionSort.Unit => rows.OrderBy(row => row.OrganizationName, isDown),
            ExclusionSort.Why => rows.OrderBy(row => row.Why, isDown),
            ExclusionSort.From => rows.OrderBy(row => row.From, isDown),
            ExclusionSort.Recorded => rows.OrderBy(row => row.RecordedAt, isDown),
            _ => rows.OrderBy(row => row.State, isDown),
        };
        return ordered.ThenByDescending(row => row.RecordedAt).ThenBy(row => row.Id);
    }

    private IQueryable<ExclusionRow> Rows(IQueryable<Exclusion> found)
    {
        var (own, deciding) = (scope.Organizations(Capability.DeclarePositions), below.Organizations(Capability.ConfirmDeclarations));
        return
            from exclusion in found
            join person in db.People on exclusion.PersonId equals person.Id
            join organization in db.Organizations on exclusion.OrganizationId equals organization.Id
            from recorder in db.People.Where(p => p.Id == exclusion.RecordedBy && p.AnonymizedAt == null).DefaultIfEmpty()
            select new ExclusionRow
            {
                Id = exclusion.Id,
                PersonName = person.Name,
                IsAnonymous = person.AnonymizedAt != null,
                OrganizationName = organization.Name,
                Why = exclusion.Why,
                State = exclusion.State,
                From = exclusion.From,
                Until = exclusion.Until,
                Reason = exclusion.Reason,
                RecordedAt = exclusion.RecordedAt,
                RecordedBy = recorder.Name,
                MayWithdraw = (exclusion.State == ExclusionState.Asked || exclusion.State == ExclusionState.Approved)
                    && (own.Contains(exclusion.OrganizationId) || deciding.Contains(exclusion.OrganizationId)),
                MayDecide = exclusion.State == ExclusionState.Asked && deciding.Contains(exclusion.OrganizationId),
            };
    }

    private Task<List<PersonChoice>> FindAsync(TargetSummary target, string folded, CancellationToken cancel)
    {
        var (id, reach) = (target.Id, scope.Organizations(Capability.DeclarePositions));
        return (
            from standing in db.CoverageStandings
            where standing.TargetId == id && (standing.Kind == StandingKind.Missing || standing.Kind == StandingKind.Covered) && reach.Contains(standing.OrganizationId)
            join person in db.People on standing.PersonId equals person.Id
            where person.AnonymizedAt == null && person.NormalizedName.Contains(folded)
            join organization in db.Organizations on standing.OrganizationId equals organization.Id
            orderby person.Name, organization.Name, person.Id
            select new PersonChoice(person.Id, person.Name, standing.Position, organization.Name)).Take(ExclusionsPage.Choices).ToListAsync(cancel);
    }
}
