using Microsoft.EntityFrameworkCore;
using TrainingHub.Courses.Drafts;
using TrainingHub.Storage;

namespace TrainingHub.Contests.Speeches;

/// <summary>The recording of a speech as a file, so that a part of it is read without the whole.</summary>
public sealed class RecordingQuery(Db db, EntryPageQuery entries, MediaFiles files)
{
    /// <summary>Full path, hash and type of content; null where there is none or it is out of reach.</summary>
    public async Task<(string Path, string Hash, string Type)?> FindAsync(string code, int number, CancellationToken cancel)
    {
        if (await entries.FindAsync(code, number, cancel) is not var (_, entry) || entry is not { MediaHash: { } hash, MediaType: { } type })
        {
            return null;
        }

        var recording = db.SpeechRecordings.AsNoTracking().Where(one => one.EntryId == entry.Id);
        var length = await recording.Select(one => (int?)one.Bytes.Length).SingleOrDefaultAsync(cancel);
        if (length is null || (files.Find(hash, length.Value) ?? await CopyAsync()) is not { } path)
        {
            return null;
        }

        return (path, hash, type);

        // It may have been taken away in this moment.
        async Task<string?> CopyAsync() =>
            await recording.Select(one => one.Bytes).SingleOrDefaultAsync(cancel) is { } bytes && string.Equals(CourseFileContent.HashOf(bytes), hash, StringComparison.Ordinal) ? await files.PutAsync(hash, bytes, cancel) : null;
    }
}
