using Microsoft.EntityFrameworkCore;
using TrainingHub.Courses.Drafts;
using TrainingHub.Storage;

namespace TrainingHub.Contests.Speeches;

/// <summary>The recording of a speech as a file, so that a part of it is read without the whole.</summary>
public sealed class RecordingQuery(Db db, EntryPageQuery entries, MediaFiles files)
{
    /// <summary>Full path and hash; null where there is none or it is out of reach.</summary>
    public async Task<(string Path, string Hash)?> FindAsync(string code, int number, CancellationToken cancel)
    {
        if (await entries.FindAsync(code, number, cancel) is not var (_, entry) || entry.MediaHash is not { } hash)
        {
            return null;
        }

        var content = db.CourseFileContents.AsNoTracking().Where(one => one.Hash == hash);
        var length = await content.Select(one => one.Bytes.Length).SingleAsync(cancel);
        return (files.Find(hash, length) ?? await files.PutAsync(hash, await content.Select(one => one.Bytes).SingleAsync(cancel), cancel), hash);
    }
}
