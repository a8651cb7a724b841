using Microsoft.EntityFrameworkCore;
using TrainingHub.Account;
using TrainingHub.People.Imports;
using TrainingHub.Storage;

namespace TrainingHub.People.Transfers;

/// <summary>
/// Requests that the current person may decide: those for people of a unit whose people one manages, and those between two units both below
/// a bureau for which one confirms; and requests for units whose people one manages, without what lies out of reach.
/// </summary>
public sealed class TransfersQuery(Db db, Scope scope)
{
    private const int OnPage = 50;

    public async Task<TransfersPage> ListAsync(bool isOpenOnly, int page, CancellationToken cancel)
    {
        var (managed, confirmed) = (scope.Organizations(Capability.ManagePeople), scope.Organizations(Capability.ConfirmDeclarations));
        var lines = await (
            from request in db.TransferRequests
            let mayDecide = managed.Contains(request.SourceOrganizationId)
                || (confirmed.Contains(request.SourceOrganizationId) && confirmed.Contains(request.TargetOrganizationId))
            where (mayDecide || managed.Contains(request.TargetOrganizationId)) && (!isOpenOnly || request.State == TransferState.Open)
            orderby request.State, request.RequestedAt descending, request.Code
            select new TransferLine(
                request.Code, request.Kind, request.State, request.NameGiven,
                mayDecide ? db.People.Where(p => p.Id == request.PersonId).Select(p => p.Name).FirstOrDefault() : null,
                mayDecide ? db.Organizations.Where(o => o.Id == request.SourceOrganizationId).Select(o => o.Name).FirstOrDefault() : null,
                db.Organizations.Where(o => o.Id == request.TargetOrganizationId).Select(o => o.Name).FirstOrDefault() ?? "",
                db.Positions.Where(p => p.Id == request.PositionId).Select(p => p.Name).FirstOrDefault() ?? "",
                request.From, request.RequestedAt,
                db.People.Where(p => p.Id == request.RequestedBy).Select(p => p.Name).FirstOrDefault() ?? "",
                request.DecidedAt, mayDecide))
            .Skip((page - 1) * OnPage).Take(OnPage + 1).ToListAsync(cancel);
        return new TransfersPage([.. lines.Take(OnPage)], page, lines.Count > OnPage, isOpenOnly);
    }

    /// <summary>The request, if the current person may decide it.</summary>
    public Task<Guid?> FindToDecideAsync(string code, CancellationToken cancel)
    {
        var (managed, confirmed) = (scope.Organizations(Capability.ManagePeople), scope.Organizations(Capability.ConfirmDeclarations));
        return db.TransferRequests
            .Where(request => request.Code == code && (managed.Contains(request.SourceOrganizationId)
                || (confirmed.Contains(request.SourceOrganizationId) && confirmed.Contains(request.TargetOrganizationId))))
            .Select(request => (Guid?)request.Id).SingleOrDefaultAsync(cancel);
    }
}
