using Microsoft.EntityFrameworkCore;
using TrainingHub.Account;
using TrainingHub.Organizations;
using TrainingHub.People;
using TrainingHub.Storage;

namespace TrainingHub.Coverage;

public sealed class ExclusionsQuery(Db db, Scope scope, UnitsBelow below, CurrentPerson current)
{
    /// <summary>What was asked in reach, the undecided first; and the people that a name finds.</summary>
    public async Task<ExclusionsPage> ReadAsync(TargetSummary target, string? name, int page, CancellationToken cancel)
    {
        var rows = Rows(target);
        var count = await rows.CountAsync(cancel);
        var number = Math.Clamp(page, 1, Math.Max(1, (count + ExclusionsPage.PageSize - 1) / ExclusionsPage.PageSize));
        var mayAsk = await current.MayAsync(Capability.DeclarePositions);
        var looked = name?.Trim() ?? "";
        return new ExclusionsPage
        {
            Target = target,
            Count = count,
            Page = number,
            Rows = await rows.Skip((number - 1) * ExclusionsPage.PageSize).Take(ExclusionsPage.PageSize).ToListAsync(cancel),
            MayAsk = mayAsk,
            Name = looked,
            Found = mayAsk && looked.Length > 0 ? await FindAsync(target, NameFolding.Fold(looked), cancel) : [],
        };
    }

    private IQueryable<ExclusionRow> Rows(TargetSummary target)
    {
        var (id, known) = (target.Id, db.Exclusions.Known());
        var (reach, own, deciding) =
            (scope.Organizations(Capability.ReadNames), scope.Organizations(Capability.DeclarePositions), below.Organizations(Capability.ConfirmDeclarations));
        return
            from exclusion in known
            where exclusion.TargetId == id && reach.Contains(exclusion.OrganizationId)
            join person in db.People on exclusion.PersonId equals person.Id
            join organization in db.Organizations on exclusion.OrganizationId equals organization.Id
            from recorder in db.People.Where(p => p.Id == exclusion.RecordedBy && p.AnonymizedAt == null).DefaultIfEmpty()
            orderby exclusion.State, exclusion.RecordedAt descending, exclusion.Id
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
