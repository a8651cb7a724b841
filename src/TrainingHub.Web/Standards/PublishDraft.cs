using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using TrainingHub.Account;
using TrainingHub.People;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Standards;

/// <summary>Publishes a draft: from then on its content stays as it is.</summary>
public sealed class PublishDraft(Db db, Transactions transactions, Scope scope, CurrentPerson current, StandardShelf shelf, SearchIndex index, DayClock clock)
{
    public async Task<DraftOutcome> RunAsync(Guid id, Guid? stamp, CancellationToken cancel)
    {
        var outcome = await transactions.RunAsync(cancel => PublishAsync(id, stamp, cancel), cancel);
        if (outcome is DraftOutcome.Published)
        {
            shelf.Forget();
        }

        return outcome;
    }

    /// <summary>Key of what stands in the way of publishing; null when nothing does.</summary>
    public async Task<string?> ObstacleAsync(EditionDraft draft, CancellationToken cancel)
    {
        var edition = draft.Written;
        var today = clock.Today;
        var kind = await db.OrganizationDetails.AsNoTracking().On(today).Where(d => d.OrganizationId == draft.OwnerId).Select(d => d.Kind).FirstOrDefaultAsync(cancel);
        var earlier = await db.PublishedEditions.AsNoTracking().Where(e => e.Slug == draft.Slug).Select(e => e.Content).ToListAsync(cancel);
        var editions = earlier.ConvertAll(content => JsonSerializer.Deserialize<StandardEdition>(content)!);
        if (editions.Exists(other => string.Equals(other.Edition, edition.Edition, StringComparison.Ordinal)))
        {
            return "Edition_Taken";
        }

        if (edition.Replaces is not null && editions.Exists(other => other.Replaces == edition.Replaces))
        {
            return "Succeeded_Already";
        }

        var faults = OwnEditionRule.FaultsOf(edition, kind, editions.Find(other => other.Name == edition.Replaces)).ToList();
        return faults.Count == 0 ? null : $"Fault_{faults[0]}";
    }

    private async Task<DraftOutcome> PublishAsync(Guid id, Guid? stamp, CancellationToken cancel)
    {
        var reach = scope.Organizations(Capability.ManageStandards);
        if (await db.EditionDrafts.SingleOrDefaultAsync(d => d.Id == id && reach.Contains(d.OwnerId), cancel) is not { } draft)
        {
            return new DraftOutcome.NotFound();
        }

        if (draft.Stamp != stamp)
        {
            return new DraftOutcome.Changed(await db.LastChangeOfAsync(draft, cancel));
        }

        if (await ObstacleAsync(draft, cancel) is { } key)
        {
            return new DraftOutcome.Refused("", key);
        }

        var edition = draft.Written;
        var row = new PublishedEdition
        {
            Slug = edition.Slug,
            Edition = edition.Edition,
            Content = draft.Content,
            OwnerId = draft.OwnerId,
            Readers = draft.Readers,
            PublishedAt = clock.Now,
            PublishedBy = current.Id,
        };
        row.Touch(clock.Now);
        db.PublishedEditions.Add(row);
        db.EditionDrafts.Remove(draft);
        await db.SaveChangesAsync(cancel);
        Guid? readers = draft.Readers is EditionReaders.OwnPeople ? draft.OwnerId : null;
        await index.ReplaceAsync(SearchKind.Clause, EditionEntries.GroupOf(edition.Name), EditionEntries.Of(edition, readers), cancel);
        return new DraftOutcome.Published(edition.Name);
    }
}
