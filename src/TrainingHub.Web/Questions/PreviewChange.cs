using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using TrainingHub.Account;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Questions;

/// <summary>Looks what a change of many questions would do, by the rules by which it is done. Changes nothing.</summary>
public sealed class PreviewChange(Db db, Banks banks, ChangeQuestions bulk, CurrentPerson current, DayClock clock, IStringLocalizer<QuestionsText> text)
{
    /// <summary>How many questions are chosen, and the first of them.</summary>
    public async Task<(int Total, IReadOnlyList<BulkPreviewRow> Rows)> RunAsync(BulkWhich which, BulkChange change, CancellationToken cancel)
    {
        var chosen = bulk.Chosen(which, current.Id).AsNoTracking();
        var total = await chosen.CountAsync(cancel);
        var rows = await chosen.OrderBy(question => question.Id).Take(BulkPreviewPage.MostRows).ToListAsync(cancel);
        var ids = rows.ConvertAll(row => row.Id);
        var tags = (await db.BankTags.AsNoTracking().Where(tag => ids.Contains(tag.BankQuestionId)).OrderBy(tag => tag.Name).ToListAsync(cancel)).ToLookup(tag => tag.BankQuestionId);
        var folders = await FoldersAsync([.. rows.Select(row => row.FolderId).Append(change.NewFolder).OfType<Guid>().Distinct()], cancel);
        var lacking = change.NewStep is BankStep.Submit or BankStep.Publish ? await db.WithoutPictureTextAsync([.. rows.Select(row => row.Hash)], cancel) : new HashSet<string>(StringComparer.Ordinal);
        List<BulkPreviewRow> seen = [];
        foreach (var row in rows)
        {
            var isAlone = change.NewStep is BankStep.Publish && !await banks.HasOtherReviewerAsync(row.OwnerId, current.Id, cancel);
            seen.Add(RowOf(row, [.. tags[row.Id]], folders, change, isAlone, lacking.Contains(row.Hash)));
        }

        return (total, seen);
    }

    private async Task<Dictionary<Guid, BankFolder>> FoldersAsync(List<Guid> ids, CancellationToken cancel) =>
        await db.BankFolders.AsNoTracking().Where(folder => ids.Contains(folder.Id)).ToDictionaryAsync(folder => folder.Id, cancel);

    private BulkPreviewRow RowOf(BankQuestion row, List<BankTag> tags, Dictionary<Guid, BankFolder> folders, BulkChange change, bool isAlone, bool lacksPictureText)
    {
        List<(string What, string From, string To)> changes = [];
        List<string> refusals = [];
        var before = row.Status;
        if (change.NewStep is { } step)
        {
            // The row is a copy that nobody saves.
            if (row.Move(step, current.Id, BankWords.Line(change.Remark), isAlone, clock.Now, lacksPictureText) is BankStepOutcome.Refused refused)
            {
                refusals.Add(refused.Reason is BankStepRefusal.Moved ? "Bulk_StepImpossible" : $"Step_{refused.Reason}");
            }
            else
            {
                changes.Add(("Status", text[$"Status_{before}"], text[$"Status_{row.Status}"]));
            }
        }

        AddIfChanged(changes, "Use", row.Use, change.NewUse, use => text[$"Use_{use}"]);
        AddIfChanged(changes, "Difficulty", row.Difficulty, change.NewDifficulty, level => text[$"Difficulty_{level}"]);
        if (change.NewFolder is { } folderId)
        {
            if (folders.GetValueOrDefault(folderId) is { } folder && folder.OwnerId == row.OwnerId)
            {
                AddIfChanged(changes, "Folder", row.FolderId ?? Guid.Empty, folderId, id => folders.GetValueOrDefault(id)?.Name ?? text["Folder_None"]);
            }
            else
            {
                refusals.Add("Folder_Missing");
            }
        }

        AddTags(changes, refusals, tags, change);
        return new BulkPreviewRow(row.Id, row.QuestionId, row.Title, changes, refusals);
    }

    private static void AddTags(List<(string What, string From, string To)> changes, List<string> refusals, List<BankTag> tags, BulkChange change)
    {
        var removed = BankWords.Split(change.RemoveTags);
        var own = tags.Where(tag => tag.Kind is BankTagKind.Tag).Select(tag => tag.Name).ToList();
        List<string> after = [.. own.Except(removed, StringComparer.Ordinal).Union(BankWords.Split(change.AddTags), StringComparer.Ordinal)];
        if (after.Count > BankTag.Most)
        {
            refusals.Add("Refusal_TooManyTags");
        }
        else if (!after.Order(StringComparer.Ordinal).SequenceEqual(own.Order(StringComparer.Ordinal), StringComparer.Ordinal))
        {
            changes.Add(("Tags", string.Join("、", own), string.Join("、", after)));
        }

        if (tags.Where(tag => tag.Kind is BankTagKind.Point).Select(tag => tag.Name).ToList() is var points && points.Intersect(removed, StringComparer.Ordinal).Any())
        {
            changes.Add(("Points", string.Join("、", points), string.Join("、", points.Except(removed, StringComparer.Ordinal))));
        }
    }

    private static void AddIfChanged<T>(List<(string What, string From, string To)> changes, string what, T before, T? after, Func<T, string> words)
        where T : struct
    {
        if (after is { } value && !EqualityComparer<T>.Default.Equals(before, value))
        {
            changes.Add((what, words(before), words(value)));
        }
    }
}
