using System.Globalization;
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
    public Task<DraftOutcome> RunAsync(DraftInput input, IReadOnlyList<Clause> clauses, CancellationToken cancel) =>
        transactions.RunAsync<DraftOutcome>(async cancel =>
        {
            if (await find.RunAsync(input.Unit, scope.Organizations(Capability.ManageStandards), cancel) is not [var owner])
            {
                return new DraftOutcome.Refused(nameof(DraftInput.Unit), "Unit_Unclear");
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
        var prefix = $"own-{code.ToLowerInvariant()}-";
        var published = await db.PublishedEditions.Where(e => e.OwnerId == owner).Select(e => e.Slug).Distinct().ToListAsync(cancel);
        var written = await db.EditionDrafts.Where(d => d.OwnerId == owner).Select(d => d.Slug).ToListAsync(cancel);
        var last = published.Concat(written).Where(slug => slug.StartsWith(prefix, StringComparison.Ordinal))
            .Select(slug => int.TryParse(slug[prefix.Length..], CultureInfo.InvariantCulture, out var number) ? number : 0).DefaultIfEmpty(0).Max();
        return string.Create(CultureInfo.InvariantCulture, $"{prefix}{last + 1}");
    }
}
