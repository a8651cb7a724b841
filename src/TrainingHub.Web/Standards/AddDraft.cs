using Microsoft.EntityFrameworkCore;
using TrainingHub.Account;
using TrainingHub.Organizations;
using TrainingHub.People;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Standards;

/// <summary>Begins a document of a unit's own.</summary>
public sealed class AddDraft(Db db, Transactions transactions, Scope scope, CurrentPerson current, FindOrganization find, Ids ids, DayClock clock)
{
    /// <summary>Editions that one unit may be writing at a time.</summary>
    private const int MostOfUnit = 200;

    public Task<DraftOutcome> RunAsync(DraftInput input, IReadOnlyList<Clause> clauses, CancellationToken cancel) =>
        transactions.RunAsync<DraftOutcome>(async cancel =>
        {
            if (await find.RunAsync(input.Unit, scope.Organizations(Capability.ManageStandards), cancel) is not [var owner])
            {
                return new DraftOutcome.Refused(nameof(DraftInput.Unit), "Unit_Unclear");
            }

            if (await db.EditionDrafts.CountAsync(d => d.OwnerId == owner, cancel) >= MostOfUnit)
            {
                return new DraftOutcome.Refused("", "Drafts_TooMany");
            }

            var draft = new EditionDraft
            {
                Id = ids.Next(),
                OwnerId = owner,
                Slug = await NextSlugAsync(owner, cancel),
                Content = "",
                Title = "",
                NormalizedTitle = "",
                Edition = "",
                Kind = input.Kind,
                Stamp = ids.Next(),
                WrittenBy = current.Id,
                WrittenAt = clock.Now,
            };
            draft.Take(input.EditionOf(draft.Slug, replaces: null, clauses), input.Readers);
            await db.AddDraftAsync(draft, cancel);
            return new DraftOutcome.Saved(draft.Id);
        }, cancel);

    /// <summary>The unit's code and the next number that no document of it has, published or not.</summary>
    private async Task<string> NextSlugAsync(Guid owner, CancellationToken cancel)
    {
        var code = await db.Organizations.Where(o => o.Id == owner).Select(o => o.Code).SingleAsync(cancel);
        // Whoever's they are: another unit may have had the code before.
        var beginning = $"{OwnSlug.Of(code, 1)[..^1]}%";
        var published = await db.PublishedEditions.Where(e => EF.Functions.Like(e.Slug, beginning)).Select(e => e.Slug).Distinct().ToListAsync(cancel);
        var written = await db.EditionDrafts.Where(d => EF.Functions.Like(d.Slug, beginning)).Select(d => d.Slug).ToListAsync(cancel);
        return OwnSlug.Of(code, published.Concat(written).Select(slug => OwnSlug.NumberOf(slug, code) ?? 0).DefaultIfEmpty(0).Max() + 1);
    }
}
