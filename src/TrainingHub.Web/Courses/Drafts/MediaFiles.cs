using TrainingHub.Storage;

namespace TrainingHub.Courses.Drafts;

/// <summary>
/// Pictures and videos as files named by the hash of their content, so that a part of a video is read without the whole of it. They are
/// copies of what the database has: whoever deletes the folder loses nothing.
/// </summary>
public sealed class MediaFiles(StorageOptions options)
{
    /// <summary>Full path; null when there is no whole copy.</summary>
    public string? Find(string hash, long length) => new FileInfo(PathOf(hash)) is { Exists: true } file && file.Length == length ? file.FullName : null;

    /// <summary>Keeps a copy; its full path.</summary>
    public async Task<string> PutAsync(string hash, byte[] bytes, CancellationToken cancel)
    {
        Directory.CreateDirectory(options.MediaFolder);
        var path = PathOf(hash);
        // Written apart and then renamed: nobody reads half of it, and of two who write the same each writes the whole.
        var part = $"{path}.{Guid.NewGuid():N}";
        try
        {
            await File.WriteAllBytesAsync(part, bytes, cancel);
            File.Move(part, path, overwrite: true);
        }
        finally
        {
            File.Delete(part);
        }

        return path;
    }

    /// <summary>Takes the copy away. Who still needs it makes it anew.</summary>
    public void Remove(string hash)
    {
        try
        {
            File.Delete(PathOf(hash));
        }
        catch (IOException)
        {
            // Windows keeps a file that is being read: it is gone with the next change of the same content, or with the folder.
        }
    }

    private string PathOf(string hash) => Path.GetFullPath(Path.Combine(options.MediaFolder, hash));
}
