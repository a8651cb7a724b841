using Microsoft.EntityFrameworkCore;
using TrainingHub.Storage;

namespace TrainingHub.Questions;

/// <summary>Folders of a bank.</summary>
public sealed class BankFolders(Db db, Transactions transactions, Ids ids)
{
    private const int Most = 500;

    /// <summary>Of a unit's bank.</summary>
    public async Task<FolderTree> TreeAsync(Guid ownerId, CancellationToken cancel) =>
        new(await db.BankFolders.AsNoTracking().Where(folder => folder.OwnerId == ownerId).OrderBy(folder => folder.Id).Take(Most).ToListAsync(cancel));

    /// <summary>Of a unit's bank, with the names of the folders they lie in: <c>消防 / 灭火器</c>; in that order.</summary>
    public Task<IReadOnlyList<(Guid Id, string Name)>> OfAsync(Guid ownerId, CancellationToken cancel) => ReadableAsync(ownerId, mayEdit: true, cancel);

    /// <summary>The same, without those that are not shared for who only reads the bank.</summary>
    public async Task<IReadOnlyList<(Guid Id, string Name)>> ReadableAsync(Guid ownerId, bool mayEdit, CancellationToken cancel) =>
        [.. (await TreeAsync(ownerId, cancel)).Named.Where(one => mayEdit || !one.Folder.IsPrivate).Select(one => (one.Folder.Id, one.Name))];

    /// <summary>How many questions lie in each folder of a bank.</summary>
    public Task<Dictionary<Guid, int>> CountsAsync(Guid ownerId, CancellationToken cancel) =>
        db.BankQuestions.Where(question => question.OwnerId == ownerId && question.FolderId != null).GroupBy(question => question.FolderId!.Value)
            .Select(folder => new { folder.Key, Count = folder.Count() }).ToDictionaryAsync(folder => folder.Key, folder => folder.Count, cancel);

    /// <summary>Whether the folder is one of this bank; null, the bank itself, always is.</summary>
    public async Task<bool> IsOfAsync(Guid? folderId, Guid ownerId, CancellationToken cancel) =>
        folderId is null || await db.BankFolders.AnyAsync(folder => folder.Id == folderId && folder.OwnerId == ownerId, cancel);

    /// <summary>Makes a folder. Returns why not; null when it is there.</summary>
    public Task<FolderRefusal?> CreateAsync(Guid ownerId, Guid? parentId, string name, CancellationToken cancel) => transactions.RunAsync<FolderRefusal?>(async cancel =>
    {
        var tree = await TreeAsync(ownerId, cancel);
        if (tree.FindRefusal(parentId, name) is { } refusal)
        {
            return refusal;
        }

        if (tree.Count >= Most)
        {
            return FolderRefusal.TooMany;
        }

        db.Add(new BankFolder { Id = ids.Next(), OwnerId = ownerId, ParentId = parentId, Name = name, IsPrivate = parentId is { } parent && tree.Find(parent) is { IsPrivate: true } });
        await db.SaveChangesAsync(cancel);
        return null;
    }, cancel);

    public Task<FolderRefusal?> RenameAsync(BankFolder folder, string name, CancellationToken cancel) => ChangeAsync(
        folder,
        (tree, row) => tree.FindNameRefusal(row, name),
        (_, row) => row.Name = name,
        cancel);

    /// <summary>Puts a folder, with all that lie in it, into another one or into the bank itself. In one that is not shared they are not shared either.</summary>
    public Task<FolderRefusal?> MoveAsync(BankFolder folder, Guid? parentId, CancellationToken cancel) => ChangeAsync(
        folder,
        (tree, row) => tree.FindMoveRefusal(row, parentId),
        (tree, row) =>
        {
            row.ParentId = parentId;
            if (parentId is { } parent && tree.Find(parent) is { IsPrivate: true })
            {
                Close(tree.WithBelow(row));
            }
        },
        cancel);

    /// <summary>Shows a folder, with all that lie in it, to the units below, or keeps it from them.</summary>
    public Task<FolderRefusal?> ShareAsync(BankFolder folder, bool isShared, CancellationToken cancel) => ChangeAsync(
        folder,
        (tree, row) => isShared && tree.IsInPrivate(row) ? FolderRefusal.InPrivate : null,
        (tree, row) =>
        {
            foreach (var one in tree.WithBelow(row))
            {
                one.IsPrivate = !isShared;
            }
        },
        cancel);

    /// <summary>Takes away an empty folder.</summary>
    public Task<FolderRefusal?> DeleteAsync(BankFolder folder, CancellationToken cancel) => transactions.RunAsync<FolderRefusal?>(async cancel =>
    {
        if (await db.BankQuestions.AnyAsync(question => question.FolderId == folder.Id, cancel) || await db.BankFolders.AnyAsync(other => other.ParentId == folder.Id, cancel))
        {
            return FolderRefusal.NotEmpty;
        }

        await db.BankFolders.Where(row => row.Id == folder.Id).ExecuteDeleteAsync(cancel);
        return null;
    }, cancel);

    private Task<FolderRefusal?> ChangeAsync(
        BankFolder folder, Func<FolderTree, BankFolder, FolderRefusal?> find, Action<FolderTree, BankFolder> change, CancellationToken cancel) => transactions.RunAsync(async cancel =>
    {
        // On PostgreSQL two moves at once could put two folders into each other: whoever changes the tree holds all its rows.
        if (db.IsPostgres)
        {
            await db.BankFolders.FromSql($"""SELECT * FROM "BankFolders" WHERE "OwnerId" = {folder.OwnerId} ORDER BY "Id" FOR UPDATE""").AsNoTracking().ToListAsync(cancel);
        }

        var tree = new FolderTree(await db.BankFolders.Where(row => row.OwnerId == folder.OwnerId).ToListAsync(cancel));
        if (tree.Find(folder.Id) is not { } row)
        {
            return FolderRefusal.Missing;
        }

        if (find(tree, row) is { } refusal)
        {
            db.ChangeTracker.Clear();
            return refusal;
        }

        change(tree, row);
        await db.SaveChangesAsync(cancel);
        return (FolderRefusal?)null;
    }, cancel);

    private static void Close(IEnumerable<BankFolder> folders)
    {
        foreach (var folder in folders)
        {
            folder.IsPrivate = true;
        }
    }
}
