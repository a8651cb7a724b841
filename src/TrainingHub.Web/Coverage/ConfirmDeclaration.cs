using Microsoft.EntityFrameworkCore;
using TrainingHub.Account;
using TrainingHub.Organizations;
using TrainingHub.People;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Coverage;

/// <summary>The unit above confirms that a post is not kept. Until then it reads as not declared.</summary>
public sealed class ConfirmDeclaration(Db db, Transactions transactions, UnitsBelow below, CurrentPerson current, IFigures figures, Ids ids, DayClock clock)
{
    public async Task<DeclareOutcome> RunAsync(string code, Guid declarationId, CancellationToken cancel)
    {
        try
        {
            return await transactions.RunAsync(cancel => ConfirmAsync(code, declarationId, cancel), cancel);
        }
        catch (DbUpdateConcurrencyException)
        {
            return new DeclareOutcome.Changed();
        }
    }

    private async Task<DeclareOutcome> ConfirmAsync(string code, Guid declarationId, CancellationToken cancel)
    {
        var reach = below.Organizations(Capability.ConfirmDeclarations);
        var said = await db.Declarations.SingleOrDefaultAsync(d => d.Id == declarationId && reach.Contains(d.OrganizationId)
            && db.Organizations.Any(o => o.Id == d.OrganizationId && o.Code == code), cancel);
        if (said is null)
        {
            return new DeclareOutcome.NotFound();
        }

        if (said.SupersededAt is not null || said.State is not DeclaredState.NotKept || said.IsConfirmed)
        {
            return new DeclareOutcome.Changed();
        }

        said.Supersede(clock.Now);
        db.Declarations.Add(new Declaration
        {
            Id = ids.Next(),
            FactId = said.FactId,
            OrganizationId = said.OrganizationId,
            Position = said.Position,
            State = said.State,
            IsConfirmed = true,
            From = said.From,
            Until = said.Until,
            RecordedAt = clock.Now,
            RecordedBy = current.Id,
            Reason = said.Reason,
        });
        await db.SaveChangesAsync(cancel);
        await figures.CountAgainAsync(new FactsChanged { Organizations = [said.OrganizationId] }, cancel);
        return new DeclareOutcome.Declared();
    }
}
