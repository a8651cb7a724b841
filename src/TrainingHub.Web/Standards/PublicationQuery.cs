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
        var touched = 0;
        foreach (var number in comparison?.Changes.Select(TouchedBy).OfType<string>() ?? [])
        {
            var found = await uses.OfAsync(comparison!.Before.Name, number, cancel);
            touched += found.Lessons.Count + found.Questions.Count + found.HiddenQuestions;
        }

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
