using Microsoft.EntityFrameworkCore;
using TrainingHub.Account;
using TrainingHub.Courseware.Media;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Sessions;

/// <summary>Keeps a picture or file that proves a session. Of pictures only what is shown is kept; other files are handed out for download only.</summary>
public sealed class KeepSessionFile(Db db, Transactions transactions, CurrentPerson current, SessionLog log, Ids ids, DayClock clock)
{
    /// <summary>Whole bytes of a document.</summary>
    public const int LargestDocument = 20 * 1024 * 1024;

    /// <summary>Files of one session.</summary>
    public const int Most = 100;

    // What the first bytes say; the name alone is nobody's proof.
    private static readonly (byte[] Start, string[] Extensions, string Type)[] Documents =
    [
        ("%PDF-"u8.ToArray(), [".pdf"], "application/pdf"),
        ([0x50, 0x4B, 0x03, 0x04], [".docx", ".xlsx", ".pptx"], "application/octet-stream"),
        ([0xD0, 0xCF, 0x11, 0xE0], [".doc", ".xls", ".ppt", ".wps", ".et"], "application/octet-stream"),
    ];

    /// <summary>Null when it is kept; else the name of a text that says why not.</summary>
    public Task<string?> RunAsync(TrainingSession session, SessionFileKind kind, string name, byte[] bytes, CancellationToken cancel) => RunAsync(session, kind, part: null, name, bytes, cancel);

    /// <param name="session">Within reach: the caller has asked.</param>
    /// <param name="kind">What it is.</param>
    /// <param name="part">Number of the half-day whose signatures it shows; null for none.</param>
    /// <param name="name">As it was uploaded.</param>
    /// <param name="bytes">All of it.</param>
    /// <param name="cancel">Ends it.</param>
    public async Task<string?> RunAsync(TrainingSession session, SessionFileKind kind, int? part, string name, byte[] bytes, CancellationToken cancel)
    {
        if (Clean(kind, name, bytes) is not var (kept, type))
        {
            return kind is SessionFileKind.Document ? "File_Refused" : "Picture_Refused";
        }

        if (kept.Length > (kind is SessionFileKind.Document ? LargestDocument : MediaKinds.LargestPicture))
        {
            return "File_TooLarge";
        }

        return await transactions.RunAsync(async cancel =>
        {
            await db.LockSessionAsync(session.Id, cancel);
            if (await db.SessionFiles.CountAsync(file => file.SessionId == session.Id && file.RemovedAt == null, cancel) >= Most)
            {
                return "File_TooMany";
            }

            var hash = CourseFileContent.HashOf(kept);
            if (!await db.CourseFileContents.AnyAsync(content => content.Hash == hash, cancel))
            {
                db.Add(new CourseFileContent { Hash = hash, Bytes = kept });
            }

            db.SessionFiles.Add(new SessionFile
            {
                Id = ids.Next(),
                SessionId = session.Id,
                Kind = kind,
                Part = part,
                Name = name,
                ContentType = type,
                Hash = hash,
                Size = kept.Length,
                UploadedAt = clock.Now,
                UploadedBy = current.Id,
            });
            await db.SaveChangesAsync(cancel);
            return null;
        }, cancel);
    }

    /// <summary>Takes a file away; that it was there stays in the log. False when there is none.</summary>
    public Task<bool> RemoveAsync(TrainingSession session, Guid fileId, CancellationToken cancel) => transactions.RunAsync(async cancel =>
    {
        if (await db.SessionFiles.SingleOrDefaultAsync(file => file.Id == fileId && file.SessionId == session.Id && file.RemovedAt == null, cancel) is not { } file)
        {
            return false;
        }

        file.Remove(clock.Now);
        log.Add(session, SessionChangeKind.FileRemoved, new { file.Name, file.Hash }, reason: null);
        await db.SaveChangesAsync(cancel);
        return true;
    }, cancel);

    private static (byte[] Bytes, string Type)? Clean(SessionFileKind kind, string name, byte[] bytes)
    {
        if (kind is not SessionFileKind.Document)
        {
            return MediaCleaner.Clean(bytes) is { Kind: MediaKind.Jpeg or MediaKind.Png } clean ? (clean.Bytes, MediaKinds.ContentType(clean.Kind)) : null;
        }

        var found = Documents.FirstOrDefault(one => bytes.AsSpan().StartsWith(one.Start) && one.Extensions.Contains(Path.GetExtension(name), StringComparer.OrdinalIgnoreCase));
        return found.Type is { } type ? (bytes, type) : null;
    }
}
