using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using TrainingHub.Account;
using TrainingHub.People;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Standards;

/// <summary>Begins the next edition of a document of a unit's own: filled with the last one, which it will replace. A draft that there is already is gone on with.</summary>
public sealed class SucceedEdition(Db db, Transactions transactions, Scope scope, CurrentPerson current, Ids ids, DayClock clock)
{
    public Task<DraftOutcome> RunAsync(EditionName name, CancellationToken cancel) =>
        transactions.RunAsync<DraftOutcome>(async cancel =>
        {
            var reach = scope.Organizations(Capability.ManageStandards);
            var rows = await db.PublishedEditions.AsNoTracking().Where(e => e.Slug == name.Slug && e.OwnerId != null && reach.Contains(e.OwnerId.Value)).ToListAsync(cancel);
            if (rows.Find(row => string.Equals(row.Edition, name.Edition, StringComparison.Ordinal)) is not { OwnerId: { } owner } last)
            {
                return new DraftOutcome.NotFound();
            }

            if (await db.EditionDrafts.Where(d => d.Slug == name.Slug).Select(d => (Guid?)d.Id).SingleOrDefaultAsync(cancel) is { } begun)
            {
                return new DraftOutcome.Saved(begun);
            }

            var editions = rows.ConvertAll(row => JsonSerializer.Deserialize<StandardEdition>(row.Content)!);
            if (editions.Exists(edition => edition.Replaces == name))
            {
                return new DraftOutcome.Refused("", "Succeeded_Already");
            }

            var edition = editions.Find(edition => edition.Name == name)!;
            var draft = new EditionDraft
            {
                Id = ids.Next(),
                OwnerId = owner,
                Slug = name.Slug,
                Content = "",
                Title = "",
                NormalizedTitle = "",
                Edition = "",
                Kind = edition.Kind,
                Stamp = ids.Next(),
                WrittenBy = current.Id,
                WrittenAt = clock.Now,
            };
            draft.Take(edition with { Edition = NextName(edition.Edition), Issued = clock.Today, InForceFrom = null, InForceUntil = null, Replaces = name, Clauses = [.. edition.Clauses.Select(clause => clause with { Formerly = null })] }, last.Readers);
            await db.AddDraftAsync(draft, cancel);
            return new DraftOutcome.Saved(draft.Id);
        }, cancel);

    /// <summary>This year, unless the last edition has that name: its author names it then.</summary>
    private string NextName(string last)
    {
        var year = clock.Today.Year.ToString(System.Globalization.CultureInfo.InvariantCulture);
        return string.Equals(last, year, StringComparison.Ordinal) ? $"{year}-2" : year;
    }
}
