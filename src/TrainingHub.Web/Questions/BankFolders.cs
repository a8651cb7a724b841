using Microsoft.EntityFrameworkCore;
using TrainingHub.Storage;

namespace TrainingHub.Questions;

/// <summary>Folders of a bank.</summary>
public sealed class BankFolders(Db db, Transactions transactions, Ids ids)
{
    private const int Most = 500;

    /// <summary>Of a unit's bank, with the names of the folders they lie in: <c>消防 / 灭火器</c>; in that order.</summary>
    public async Task<IReadOnlyList<(Guid Id, string Name)>> OfAsync(Guid ownerId, CancellationToken cancel)
    {
        var all = await db.BankFolders.AsNoTracking().Where(folder => folder.OwnerId == ownerId).Take(Most).ToDictionaryAsync(folder => folder.Id, cancel);
        return [.. all.Values.Select(folder => (folder.Id, Name: string.Join(" / ", Path(folder, all).Reverse()))).OrderBy(folder => folder.Name, StringComparer.Ordinal)];
    }

    /// <summary>How many questions lie in each folder of a bank.</summary>
    public Task<Dictionary<Guid, int>> CountsAsync(Guid ownerId, CancellationToken cancel) =>
        db.BankQuestions.Where(question => question.OwnerId == ownerId && question.FolderId != null).GroupBy(question => question.FolderId!.Value)
            .Select(folder => new { folder.Key, Count = folder.Count() }).ToDictionaryAsync(folder => folder.Key, folder => folder.Count, cancel);

    /// <summary>Whether the folder is one of this bank; null, the bank itself, always is.</summary>
    public async Task<bool> IsOfAsync(Guid? folderId, Guid ownerId, CancellationToken cancel) =>
        folderId is null || await db.BankFolders.AnyAsync(folder => folder.Id == folderId && folder.OwnerId == ownerId, cancel);

    /// <summary>Makes a folder. Returns the name of a text that says why not; null when it is there.</summary>
    public Task<string?> CreateAsync(Guid ownerId, Guid? parentId, string name, CancellationToken cancel) => transactions.RunAsync(async cancel =>
    {
        var all = await db.BankFolders.AsNoTracking().Where(folder => folder.OwnerId == ownerId).ToDictionaryAsync(folder => folder.Id, cancel);
        if (NameFault(name, all.Values.Where(folder => folder.ParentId == parentId)) is { } fault)
        {
            return fault;
        }

        if (parentId is { } parent && !all.ContainsKey(parent))
        {
            return "Folder_Missing";
        }

        if (all.Count >= Most || (parentId is { } above && Path(all[above], all).Count() >= BankFolder.MostDeep))
        {
            return "Folder_TooMany";
        }

        db.Add(new BankFolder { Id = ids.Next(), OwnerId = ownerId, ParentId = parentId, Name = name });
        await db.SaveChangesAsync(cancel);
        return null;
    }, cancel);

    public Task<string?> RenameAsync(BankFolder folder, string name, CancellationToken cancel) => transactions.RunAsync(async cancel =>
    {
        var beside = await db.BankFolders.AsNoTracking().Where(other => other.OwnerId == folder.OwnerId && other.ParentId == folder.ParentId && other.Id != folder.Id).ToListAsync(cancel);
        if (NameFault(name, beside) is { } fault)
        {
            return fault;
        }

        await db.BankFolders.Where(row => row.Id == folder.Id).ExecuteUpdateAsync(row => row.SetProperty(f => f.Name, name), cancel);
        return null;
    }, cancel);

    /// <summary>Takes away an empty folder.</summary>
    public Task<string?> DeleteAsync(BankFolder folder, CancellationToken cancel) => transactions.RunAsync(async cancel =>
    {
        if (await db.BankQuestions.AnyAsync(question => question.FolderId == folder.Id, cancel) || await db.BankFolders.AnyAsync(other => other.ParentId == folder.Id, cancel))
        {
            return "Folder_NotEmpty";
        }

        await db.BankFolders.Where(row => row.Id == folder.Id).ExecuteDeleteAsync(cancel);
        return null;
    }, cancel);

    private static string? NameFault(string name, IEnumerable<BankFolder> beside) =>
        name.Length is 0 ? "Folder_NameMissing"
        : name.Length > BankFolder.LongestName ? "Folder_NameTooLong"
        : beside.Any(other => string.Equals(other.Name, name, StringComparison.Ordinal)) ? "Folder_NameUsed"
        : null;

    private static IEnumerable<string> Path(BankFolder folder, Dictionary<Guid, BankFolder> all)
    {
        BankFolder? at = folder;
        for (var deep = 0; at is not null && deep < BankFolder.MostDeep; deep++)
        {
            yield return at.Name;
            at = at.ParentId is { } parent ? all.GetValueOrDefault(parent) : null;
        }
    }
}
