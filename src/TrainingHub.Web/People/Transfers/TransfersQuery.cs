using Microsoft.EntityFrameworkCore;
using TrainingHub.Account;
using TrainingHub.Hosting;
using TrainingHub.People.Imports;
using TrainingHub.Storage;

namespace TrainingHub.People.Transfers;

/// <summary>
/// Requests that the current person may decide: those for people of a unit whose people one manages, and those between two units both below
/// a bureau for which one confirms; and requests for units whose people one manages, without what lies out of reach.
/// </summary>
public sealed class TransfersQuery(Db db, Scope scope)
{
    public async Task<TransfersPage> ListAsync(TransfersFilter filter, CancellationToken cancel)
    {
        var pages = Pages.Of(filter.Page, await Found(filter).CountAsync(cancel));
        return new TransfersPage(filter, await Lines(filter).Skip((pages.Page - 1) * pages.Length).Take(pages.Length).ToListAsync(cancel), pages);
    }

    /// <summary>All of them, one after the other.</summary>
    public IAsyncEnumerable<TransferLine> AllAsync(TransfersFilter filter) => Lines(filter).AsAsyncEnumerable();

    private IQueryable<Request> Found(TransfersFilter filter)
    {
        var (managed, confirmed) = (scope.Organizations(Capability.ManagePeople), scope.Organizations(Capability.ConfirmDeclarations));
        var found = db.TransferRequests.Select(request => new Request
        {
            Row = request,
            Target = db.Organizations.Where(o => o.Id == request.TargetOrganizationId).Select(o => o.Name).FirstOrDefault() ?? "",
            MayDecide = managed.Contains(request.SourceOrganizationId)
                || (confirmed.Contains(request.SourceOrganizationId) && confirmed.Contains(request.TargetOrganizationId)),
        }).Where(found => found.MayDecide || managed.Contains(found.Row.TargetOrganizationId));
        if (filter.OpenOnly)
        {
            found = found.Where(f => f.Row.State == TransferState.Open);
        }

        // Only what everybody who sees the line may read: what was given, and who asks.
        return filter.Q is { } typed ? found.Where(f => f.Row.NameGiven.Contains(typed) || f.Target.Contains(typed)) : found;
    }

    private IQueryable<TransferLine> Lines(TransfersFilter filter)
    {
        var (found, (column, isDown)) = (Found(filter), filter.Order);
        var ordered = column switch
        {
            TransferSort.Name => found.OrderBy(f => f.Row.NameGiven, isDown),
            TransferSort.Kind => found.OrderBy(f => f.Row.Kind, isDown),
            TransferSort.Target => found.OrderBy(f => f.Target, isDown),
            TransferSort.From => found.OrderBy(f => f.Row.From, isDown),
            TransferSort.Asked => found.OrderBy(f => f.Row.RequestedAt, isDown),
            _ => found.OrderBy(f => f.Row.State, isDown),
        };
        return ordered.ThenByDescending(f => f.Row.RequestedAt).ThenBy(f => f.Row.Code).Select(f => new TransferLine(
            f.Row.Code, f.Row.Kind, f.Row.State, f.Row.NameGiven,
            f.MayDecide ? db.People.Where(p => p.Id == f.Row.PersonId).Select(p => p.Name).FirstOrDefault() : null,
            f.MayDecide ? db.Organizations.Where(o => o.Id == f.Row.SourceOrganizationId).Select(o => o.Name).FirstOrDefault() : null,
            f.Target,
            db.Positions.Where(p => p.Id == f.Row.PositionId).Select(p => p.Name).FirstOrDefault() ?? "",
            f.Row.From, f.Row.RequestedAt,
            db.People.Where(p => p.Id == f.Row.RequestedBy).Select(p => p.Name).FirstOrDefault() ?? "",
            f.Row.DecidedAt, f.MayDecide));
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

    private sealed class Request
    {
        public required TransferRequest Row { get; init; }
        public required string Target { get; init; }
        public required bool MayDecide { get; init; }
    }
}
