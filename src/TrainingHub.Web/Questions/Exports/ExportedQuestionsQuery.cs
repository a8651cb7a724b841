using Microsoft.EntityFrameworkCore;
using TrainingHub.Account;
using TrainingHub.Courseware.Exchange;
using TrainingHub.Organizations;
using TrainingHub.People;
using TrainingHub.Storage;

namespace TrainingHub.Questions.Exports;

/// <summary>Questions of a bank within reach, with their keys, as they go out. The newest version of each.</summary>
public sealed class ExportedQuestionsQuery(Db db, Scope scope)
{
    /// <summary>So many go out at once.</summary>
    public const int Most = 20_000;

    public async Task<IReadOnlyList<string>> UnitsAsync(CancellationToken cancel)
    {
        var reached = scope.Organizations(Capability.ManageCourses);
        return await db.Organizations.Where(o => reached.Contains(o.Id))
            .OrderByDescending(o => db.OrganizationPaths.Count(path => path.AncestorId == o.Id && path.SupersededAt == null)).ThenBy(o => o.NormalizedName)
            .Select(o => o.Name).Take(500).ToListAsync(cancel);
    }

    /// <summary>The unit within reach of this full name or code; null when there is none, or more than one.</summary>
    public async Task<Guid?> FindUnitAsync(string typed, CancellationToken cancel)
    {
        var reached = scope.Organizations(Capability.ManageCourses);
        var (name, code) = (NameFolding.Fold(typed), typed.ToUpperInvariant());
        return await db.Organizations.Where(o => reached.Contains(o.Id) && (o.NormalizedName == name || o.Code == code)).Select(o => o.Id).Take(2).ToListAsync(cancel) is [var only] ? only : null;
    }

    public async Task<int> CountAsync(Guid ownerId, ExportFilter filter, CancellationToken cancel) => await (await FilteredAsync(ownerId, filter, cancel)).CountAsync(cancel);

    /// <summary>By id, at most <see cref="Most"/>.</summary>
    public async Task<IReadOnlyList<ForeignQuestion>> ReadAsync(Guid ownerId, ExportFilter filter, CancellationToken cancel)
    {
        var found = await FilteredAsync(ownerId, filter, cancel);
        var tags = (await (from row in found join tag in db.Set<BankTag>().AsNoTracking() on row.Id equals tag.BankQuestionId select tag).ToListAsync(cancel)).ToLookup(tag => tag.BankQuestionId);
        var rows =
            from row in found
            join prompt in db.PublishedQuestions.AsNoTracking() on row.Hash equals prompt.Hash
            join key in db.PublishedKeys.AsNoTracking() on row.Hash equals key.Hash
            orderby row.QuestionId
            select new { row.Id, row.Use, row.Difficulty, row.Source, prompt, key };
        List<ForeignQuestion> questions = [];
        await foreach (var row in rows.Take(Most).AsAsyncEnumerable().WithCancellation(cancel))
        {
            var kept = QuestionRows.VersionOf(row.prompt, row.key);
            var version = new QuestionVersion(kept.Prompt, kept.Key, row.Use, row.Difficulty);
            questions.Add(ForeignQuestion.Of(new ExchangedQuestion(version, Names(row.Id, BankTagKind.Tag), Names(row.Id, BankTagKind.Point), row.Source), questions.Count + 1));
        }

        return questions;

        List<string> Names(Guid id, BankTagKind kind) => [.. tags[id].Where(tag => tag.Kind == kind).Select(tag => tag.Name).Order(StringComparer.Ordinal)];
    }

    private async Task<IQueryable<BankQuestion>> FilteredAsync(Guid ownerId, ExportFilter filter, CancellationToken cancel)
    {
        var found = db.Set<BankQuestion>().AsNoTracking().Where(row => row.OwnerId == ownerId);
        if (filter.Folder.Length > 0)
        {
            var folders = await FoldersAsync(ownerId, filter.Folder, cancel);
            found = found.Where(row => row.FolderId != null && folders.Contains(row.FolderId.Value));
        }

        if (filter.Kind is { } kind)
        {
            found = found.Where(row => row.Kind == kind);
        }

        if (filter.Status is { } status)
        {
            found = found.Where(row => row.Status == status);
        }

        var words = BankContent.Fold(filter.Search);
        return words.Length is 0 ? found : found.Where(row => row.SearchText.Contains(words));
    }

    // Folders of that name, and all that lie in them.
    private async Task<List<Guid>> FoldersAsync(Guid ownerId, string name, CancellationToken cancel)
    {
        var all = await db.Set<BankFolder>().AsNoTracking().Where(folder => folder.OwnerId == ownerId).ToListAsync(cancel);
        var inside = all.ToLookup(folder => folder.ParentId);
        List<BankFolder> found = [.. all.Where(folder => string.Equals(folder.Name, name, StringComparison.Ordinal))];
        for (var at = 0; at < found.Count; at++)
        {
            found.AddRange(inside[found[at].Id].Except(found));
        }

        return [.. found.Select(folder => folder.Id)];
    }
}
