using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using TrainingHub.Account;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Questions;

/// <summary>Looks what a change of many questions would do, by the rules by which it is done. Changes nothing.</summary>
public sealed class PreviewChange(Db db, Banks banks, ChangeQuestions bulk, InspectQuestion inspect, WrittenBases bases, QuestionShelf shelf, CurrentPerson current, DayClock clock, IStringLocalizer<QuestionsText> text)
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
        var basis = change.NewBasis is { } named ? (await bases.FindNewAsync(named, cancel))?.Basis : null;
        var texts = basis is null ? null : await shelf.QuestionsAsync([.. rows.Select(row => row.Hash).Distinct(StringComparer.Ordinal)], cancel);
        List<BulkPreviewRow> seen = [];
        foreach (var row in rows)
        {
            var isAlone = change.NewStep is BankStep.Publish && !await banks.HasOtherReviewerAsync(row.OwnerId, current.Id, cancel);
            var (rests, why) = basis is not null && texts is not null ? await RestsAsync(row, texts[row.Hash], basis, cancel) : (null, null);
            seen.Add(RowOf(row, [.. tags[row.Id]], folders, change, rests, why, isAlone, lacking.Contains(row.Hash)));
        }

        return (total, seen);
    }

    private async Task<Dictionary<Guid, BankFolder>> FoldersAsync(List<Guid> ids, CancellationToken cancel) =>
        await db.BankFolders.AsNoTracking().Where(folder => ids.Contains(folder.Id)).ToDictionaryAsync(folder => folder.Id, cancel);

    /// <summary>On what a question rests and will rest, null when that stays, or the name of a text that says why it cannot. The row is a copy that nobody saves.</summary>
    private async Task<((string From, string To)? Rests, string? Why)> RestsAsync(BankQuestion row, QuestionVersion question, NewBasis basis, CancellationToken cancel)
    {
        var (after, why) = ChangeQuestions.RestingOn(row, question, basis);
        if (after is null || string.Equals(after.Hash, question.Hash, StringComparison.Ordinal))
        {
            return (null, why is { } refusal ? $"Bulk_Basis{refusal}" : null);
        }

        row.Write(new QuestionVersion(after.Prompt, after.Key, row.Use, row.Difficulty), current.Id, clock.Now);
        return ((await WordsAsync(question.Key, cancel), await WordsAsync(after.Key, cancel)), null);
    }

    private async Task<string> WordsAsync(QuestionKey key, CancellationToken cancel)
    {
        List<string> names = [];
        foreach (var one in key.Bases)
        {
            names.Add((await inspect.ShownAsync(one, cancel)).Name);
        }

        return string.Join('；', names);
    }

    private BulkPreviewRow RowOf(BankQuestion row, List<BankTag> tags, Dictionary<Guid, BankFolder> folders, BulkChange change, (string From, string To)? rests, string? why, bool isAlone, bool lacksPictureText)
    {
        List<(string What, string From, string To)> changes = [];
        List<string> refusals = [];
        if (rests is var (from, to))
        {
            changes.Add(("Basis", from, to));
        }
        else if (why is not null)
        {
            refusals.Add(why);
        }

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

        if (BankWords.Line(change.NewSource) is { Length: > 0 } source && !string.Equals(source, row.Source, StringComparison.Ordinal))
        {
            changes.Add(("Source", row.Source ?? "", source));
        }

        AddTags(changes, refusals, tags, change);
        return new BulkPreviewRow(row.Id, row.QuestionId, row.Title, changes, refusals);
    }

    private static void AddTags(List<(string What, string From, string To)> changes, List<string> refusals, List<BankTag> tags, BulkChange change)
    {
        var (names, points) = ChangeQuestions.NamesAfter(tags, change);
        if (names is null || points is null)
        {
            refusals.Add("Refusal_TooManyTags");
        }

        Add("Tags", BankTagKind.Tag, names);
        Add("Points", BankTagKind.Point, points);

        void Add(string what, BankTagKind kind, IReadOnlyList<string>? after)
        {
            List<string> own = [.. tags.Where(tag => tag.Kind == kind).Select(tag => tag.Name).Order(StringComparer.Ordinal)];
            if (after is not null && !after.SequenceEqual(own, StringComparer.Ordinal))
            {
                changes.Add((what, string.Join("、", own), string.Join("、", after)));
            }
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
