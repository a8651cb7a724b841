using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using TrainingHub.Account;
using TrainingHub.People;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Standards;

/// <summary>停止施行: says on which day an edition of a unit's own holds for the last time, without another one in its place. Its content stays.</summary>
public sealed class EndEdition(Db db, Transactions transactions, Scope scope, CurrentPerson current, StandardShelf shelf, DayClock clock)
{
    /// <param name="name">The edition.</param>
    /// <param name="until">Its last day; today or later.</param>
    /// <param name="cancel">Ends the writing.</param>
    public async Task<DraftOutcome> RunAsync(EditionName name, DateOnly until, CancellationToken cancel)
    {
        var outcome = await transactions.RunAsync(cancel => EndAsync(name, until, cancel), cancel);
        if (outcome is DraftOutcome.Published)
        {
            shelf.Forget();
        }

        return outcome;
    }

    private async Task<DraftOutcome> EndAsync(EditionName name, DateOnly until, CancellationToken cancel)
    {
        var reach = scope.Organizations(Capability.ManageStandards);
        if (await db.PublishedEditions.SingleOrDefaultAsync(
            e => e.Slug == name.Slug && e.Edition == name.Edition && e.OwnerId != null && reach.Contains(e.OwnerId.Value), cancel) is not { } row)
        {
            return new DraftOutcome.NotFound();
        }

        var edition = JsonSerializer.Deserialize<StandardEdition>(row.Content)!;
        if (until < clock.Today || until < edition.FirstDay())
        {
            return new DraftOutcome.Refused(nameof(EndingInput.Until), "Ending_TooEarly");
        }

        if ((row.EndsOn ?? edition.InForceUntil) < clock.Today)
        {
            return new DraftOutcome.Refused("", "Ended_Already");
        }

        (row.EndsOn, row.EndedBy) = (until, current.Id);
        row.Touch(clock.Now);
        await db.SaveChangesAsync(cancel);
        return new DraftOutcome.Published(name);
    }
}
