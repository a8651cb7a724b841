using Microsoft.EntityFrameworkCore;
using TrainingHub.Storage;

namespace TrainingHub.Standards;

/// <summary>What publishing a draft will do.</summary>
public sealed class PublicationQuery(Db db, StandardShelf shelf, PublishDraft publish, IClauseUses uses)
{
    public async Task<PublicationPage> RunAsync(EditionDraft draft, CancellationToken cancel)
    {
        var edition = draft.Written;
        var replaced = edition.Replaces is { } name ? await shelf.FindAsync(name, cancel) : null;
        var comparison = replaced is null ? null : EditionComparison.Of(replaced, edition);
        var numbers = comparison?.Changes.Select(TouchedBy).OfType<string>().ToHashSet(StringComparer.Ordinal) ?? [];
        var touched = replaced is null ? 0 : await uses.CountAsync(replaced.Name, numbers, cancel);
        return new PublicationPage(
            draft.Id,
            draft.Stamp,
            edition,
            await db.Organizations.Where(o => o.Id == draft.OwnerId).Select(o => o.Name).SingleAsync(cancel),
            draft.Readers,
            comparison,
            touched,
            await publish.ObstacleAsync(draft, cancel));
    }

    private static string? TouchedBy(ClauseChange change) => change switch
    {
        ClauseChange.Removed removed => removed.Clause.Number,
        ClauseChange.Altered altered => altered.Before.Number,
        _ => null,
    };
}
