using Microsoft.EntityFrameworkCore;
using TrainingHub.Account;
using TrainingHub.Organizations;
using TrainingHub.People;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Coverage;

/// <summary>A unit says of a post that it is vacant or not kept from a day on, or takes back what it said. Earlier days keep what was said of them.</summary>
public sealed class DeclarePosition(Db db, Transactions transactions, Scope scope, CurrentPerson current, IFigures figures, AskedPosts asked, Ids ids, DayClock clock)
{
    public async Task<DeclareOutcome> RunAsync(string code, DeclarationInput input, CancellationToken cancel)
    {
        try
        {
            return await transactions.RunAsync(cancel => DeclareAsync(code, input, cancel), cancel);
        }
        catch (DbUpdateConcurrencyException)
        {
            return new DeclareOutcome.Changed();
        }
    }

    private async Task<DeclareOutcome> DeclareAsync(string code, DeclarationInput input, CancellationToken cancel)
    {
        var (from, reach, posts) = (input.From ?? clock.Today, scope.Organizations(Capability.DeclarePositions), input.Position.Posts());
        var organizationId = await db.Organizations.Where(o => o.Code == code && reach.Contains(o.Id)).Select(o => o.Id).SingleOrDefaultAsync(cancel);
        if (organizationId == Guid.Empty || posts.Count() != 1)
        {
            return new DeclareOutcome.NotFound();
        }

        if (input.State is not DeclaredState.NotDeclared && (await asked.OfAsync(organizationId, cancel) & input.Position) == CorePosition.None)
        {
            return new DeclareOutcome.NotAsked();
        }

        if (input.State is not DeclaredState.NotDeclared && await HasHoldersAsync(organizationId, input.Position, from, cancel))
        {
            return new DeclareOutcome.HasHolders();
        }

        var today = clock.Today;
        if (KnownVersion.IsStale(input.Version, await db.Declarations.Known().Where(d => d.OrganizationId == organizationId && d.Position == input.Position && d.Until >= today).Select(d => d.Id).ToListAsync(cancel)))
        {
            return new DeclareOutcome.Changed();
        }

        await EndEarlierAsync(organizationId, input.Position, from, cancel);
        if (input.State is not DeclaredState.NotDeclared)
        {
            var id = ids.Next();
            db.Declarations.Add(new Declaration
            {
                Id = id,
                FactId = id,
                OrganizationId = organizationId,
                Position = input.Position,
                State = input.State,
                From = from,
                Until = Day.Open,
                RecordedAt = clock.Now,
                RecordedBy = current.Id,
                Reason = input.Reason,
            });
        }

        await db.SaveChangesAsync(cancel);
        await figures.CountAgainAsync(new FactsChanged { Organizations = [organizationId] }, cancel);
        return new DeclareOutcome.Declared();
    }

    private async Task<bool> HasHoldersAsync(Guid organizationId, CorePosition post, DateOnly day, CancellationToken cancel)
    {
        var (memberships, mappings) = (db.Memberships.On(day), db.PositionMappings.On(day));
        return await memberships.AnyAsync(m => m.OrganizationId == organizationId && mappings.Any(p => p.PositionId == m.PositionId && p.Core == post), cancel);
    }

    /// <summary>What was said holds until the day before; what was said of later days falls away.</summary>
    private async Task EndEarlierAsync(Guid organizationId, CorePosition post, DateOnly from, CancellationToken cancel)
    {
        var known = await db.Declarations.Known().Where(d => d.OrganizationId == organizationId && d.Position == post && d.Until >= from).ToListAsync(cancel);
        foreach (var earlier in known)
        {
            earlier.Supersede(clock.Now);
            if (earlier.From < from)
            {
                db.Declarations.Add(new Declaration
                {
                    Id = ids.Next(),
                    FactId = earlier.FactId,
                    OrganizationId = organizationId,
                    Position = post,
                    State = earlier.State,
                    IsConfirmed = earlier.IsConfirmed,
                    From = earlier.From,
                    Until = from.AddDays(-1),
                    RecordedAt = clock.Now,
                    RecordedBy = current.Id,
                    Reason = earlier.Reason,
                });
            }
        }
    }
}
