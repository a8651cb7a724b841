namespace TrainingHub.Questions;

/// <summary>The folders of one bank and how they lie in each other.</summary>
public sealed class FolderTree(IEnumerable<BankFolder> folders)
{
    private readonly Dictionary<Guid, BankFolder> _folders = folders.ToDictionary(folder => folder.Id);

    /// <summary>How many there are.</summary>
    public int Count => _folders.Count;

    /// <summary>All with the names of those they lie in, <c>消防 / 灭火器</c>; in that order.</summary>
    public IReadOnlyList<(BankFolder Folder, string Name)> Named =>
        [.. _folders.Values.Select(folder => (Folder: folder, Name: NameOf(folder))).OrderBy(one => one.Name, StringComparer.Ordinal)];

    public BankFolder? Find(Guid id) => _folders.GetValueOrDefault(id);

    /// <summary>Its name after the names of the folders it lies in.</summary>
    public string NameOf(BankFolder folder) => string.Join(" / ", Upwards(folder).Reverse().Select(one => one.Name));

    /// <summary>The folder and all that lie in it, however deep.</summary>
    public IReadOnlyList<BankFolder> WithBelow(BankFolder folder) => [.. _folders.Values.Where(other => Upwards(other).Any(above => above.Id == folder.Id))];

    /// <summary>Why a new folder of this name cannot lie there; null when it can.</summary>
    /// <param name="parentId">Null: the bank itself.</param>
    /// <param name="name">Trimmed.</param>
    public FolderRefusal? FindRefusal(Guid? parentId, string name) => FindRefusal(parentId, name, height: 1, except: null);

    /// <summary>Why a folder cannot be called that; null when it can.</summary>
    public FolderRefusal? FindNameRefusal(BankFolder folder, string name) => FindRefusal(folder.ParentId, name, height: 1, folder.Id);

    /// <summary>Why a folder, with all that lie in it, cannot be put there; null when it can.</summary>
    public FolderRefusal? FindMoveRefusal(BankFolder folder, Guid? parentId)
    {
        var moved = WithBelow(folder);
        return moved.Any(one => one.Id == parentId)
            ? FolderRefusal.IntoItself
            : FindRefusal(parentId, folder.Name, moved.Max(one => Upwards(one).Count()) - Upwards(folder).Count() + 1, folder.Id);
    }

    /// <summary>Whether a folder lies in one that is kept from the units below: then it cannot be shared alone.</summary>
    public bool IsInPrivate(BankFolder folder) => Upwards(folder).Skip(1).Any(above => above.IsPrivate);

    private FolderRefusal? FindRefusal(Guid? parentId, string name, int height, Guid? except)
    {
        var parent = parentId is { } id ? Find(id) : null;
        return name.Length is 0 ? FolderRefusal.NameMissing
            : name.Length > BankFolder.LongestName ? FolderRefusal.NameTooLong
            : parentId is not null && parent is null ? FolderRefusal.Missing
            : _folders.Values.Any(other => other.ParentId == parentId && other.Id != except && string.Equals(other.Name, name, StringComparison.Ordinal)) ? FolderRefusal.NameUsed
            : (parent is null ? 0 : Upwards(parent).Count()) + height > BankFolder.MostDeep ? FolderRefusal.TooDeep
            : null;
    }

    // However the rows stand, this ends.
    private IEnumerable<BankFolder> Upwards(BankFolder folder)
    {
        BankFolder? at = folder;
        for (var deep = 0; at is not null && deep <= BankFolder.MostDeep; deep++)
        {
            yield return at;
            at = at.ParentId is { } parent ? Find(parent) : null;
        }
    }
}
