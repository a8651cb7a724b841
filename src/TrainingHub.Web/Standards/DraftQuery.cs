using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using TrainingHub.Account;
using TrainingHub.Organizations;
using TrainingHub.People;
using TrainingHub.Storage;

namespace TrainingHub.Standards;

/// <summary>One draft and its form.</summary>
public sealed class DraftQuery(Db db, Scope scope, StandardShelf shelf, FindOrganization find)
{
    /// <summary>The draft; null when there is none, or it is out of reach.</summary>
    public Task<EditionDraft?> FindAsync(Guid id, CancellationToken cancel)
    {
        var reach = scope.Organizations(Capability.ManageStandards);
        return db.EditionDrafts.AsNoTracking().SingleOrDefaultAsync(d => d.Id == id && reach.Contains(d.OwnerId), cancel);
    }

    /// <summary>The form of a draft as it stands, or with what was typed over it.</summary>
    public async Task<DraftForm> FormAsync(EditionDraft draft, DraftInput? typed, CancellationToken cancel)
    {
        var edition = JsonSerializer.Deserialize<StandardEdition>(draft.Content)!;
        return new DraftForm
        {
            Id = draft.Id,
            Input = typed ?? DraftInput.Of(edition, draft.Readers, draft.Stamp),
            Clauses = typed is null ? edition.Clauses : ClauseText.Read(typed.Clauses ?? "").Clauses,
            Unit = await db.Organizations.Where(o => o.Id == draft.OwnerId).Select(o => o.Name).SingleAsync(cancel),
            Replaced = edition.Replaces is { } name ? await shelf.FindAsync(name, cancel) : null,
        };
    }

    /// <summary>The form of a new document, with the units to choose from.</summary>
    public async Task<DraftForm> FormAsync(DraftInput input, CancellationToken cancel)
    {
        var units = await find.SuggestAsync(scope.Organizations(Capability.ManageStandards), cancel);
        return new DraftForm
        {
            Input = string.IsNullOrEmpty(input.Unit) && units is [var only] ? input with { Unit = only.Name } : input,
            Clauses = ClauseText.Read(input.Clauses ?? "").Clauses,
            Units = units,
        };
    }
}
