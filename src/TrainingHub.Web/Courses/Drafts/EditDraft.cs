using Microsoft.EntityFrameworkCore;
using TrainingHub.Account;
using TrainingHub.Courseware.Files;
using TrainingHub.Courseware.Media;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Courses.Drafts;

/// <summary>Changes the files of a draft that is being written.</summary>
public sealed class EditDraft(Db db, Transactions transactions, CurrentPerson current, Ids ids, DayClock clock)
{
    /// <param name="draftId">Within reach of whoever asks.</param>
    /// <param name="path">An existing file.</param>
    /// <param name="text">As the form sent it.</param>
    /// <param name="known">Hash of the bytes that the form was made from.</param>
    /// <param name="cancel">Stops the work.</param>
    public Task<EditOutcome> SaveTextAsync(Guid draftId, string path, string text, string known, CancellationToken cancel) => ChangeAsync(draftId, async draft =>
    {
        if (await FindAsync(draftId, path, cancel) is not { } file)
        {
            return new EditOutcome.Overtaken(null);
        }

        var bytes = FileText.BytesOf(text, file.Bytes);
        if (!string.Equals(file.Hash, known, StringComparison.Ordinal))
        {
            // The same text twice, as by a second click, is no conflict.
            return bytes.AsSpan().SequenceEqual(file.Bytes) ? new EditOutcome.Saved(path) : new EditOutcome.Overtaken(file.Bytes);
        }

        (file.Bytes, file.Hash) = (bytes, CourseFileContent.HashOf(bytes));
        Retitle(draft, path, bytes);
        return await RefuseTooLargeAsync(draft, bytes.Length, path, cancel) ?? new EditOutcome.Saved(path);
    }, cancel);

    /// <summary>Adds a file; of one that is there the bytes are replaced only when that is asked for.</summary>
    public Task<EditOutcome> AddAsync(Guid draftId, string path, byte[] bytes, bool replace, CancellationToken cancel) => ChangeAsync(draftId, async draft =>
    {
        if (!MayBeAdded(draft, path))
        {
            return new EditOutcome.Refused("Path_Invalid");
        }

        if (MediaKinds.Of(path) is not MediaKind.None and var kind)
        {
            if (bytes.Length > MediaKinds.LargestOf(kind))
            {
                return new EditOutcome.Refused($"Media_TooLarge_{kind}");
            }

            if (MediaCleaner.Clean(bytes) is not { } clean || clean.Kind != kind)
            {
                return new EditOutcome.Refused("Media_Refused");
            }

            bytes = clean.Bytes;
        }

        var taken = await db.CourseDraftFiles.Where(file => file.DraftId == draftId).Select(file => file.Path).ToListAsync(cancel);
        if (taken.Count >= CourseArchive.MostFiles)
        {
            return new EditOutcome.Refused("Draft_TooManyFiles");
        }

        var same = taken.Find(other => string.Equals(other, path, StringComparison.OrdinalIgnoreCase));
        if (same is not null && (!replace || !string.Equals(same, path, StringComparison.Ordinal)))
        {
            return new EditOutcome.Refused("Path_Taken");
        }

        if (same is not null && await FindAsync(draftId, path, cancel) is { } file)
        {
            (file.Bytes, file.Hash) = (bytes, CourseFileContent.HashOf(bytes));
        }
        else if (taken.Count >= CourseArchive.MostFiles)
        {
            return new EditOutcome.Refused("Files_TooMany");
        }
        else
        {
            db.CourseDraftFiles.Add(new CourseDraftFile { DraftId = draftId, Path = path, Bytes = bytes, Hash = CourseFileContent.HashOf(bytes) });
        }

        Retitle(draft, path, bytes);
        return await RefuseTooLargeAsync(draft, bytes.Length, path, cancel) ?? new EditOutcome.Saved(path);
    }, cancel);

    public Task<EditOutcome> RenameAsync(Guid draftId, string path, string to, CancellationToken cancel) => ChangeAsync(draftId, async draft =>
    {
        if (await FindAsync(draftId, path, cancel) is not { } file)
        {
            return new EditOutcome.Refused("File_Gone");
        }

        if (!MayBeAdded(draft, to) || MediaKinds.Of(path) != MediaKinds.Of(to))
        {
            return new EditOutcome.Refused("Path_Invalid");
        }

        if (await db.CourseDraftFiles.Where(other => other.DraftId == draftId && other.Path != path).Select(other => other.Path).ToListAsync(cancel) is var others
            && others.Contains(to, StringComparer.OrdinalIgnoreCase))
        {
            return new EditOutcome.Refused("Path_Taken");
        }

        if (!string.Equals(path, to, StringComparison.Ordinal))
        {
            db.CourseDraftFiles.Remove(file);
            db.CourseDraftFiles.Add(new CourseDraftFile { DraftId = draftId, Path = to, Bytes = file.Bytes, Hash = file.Hash });
        }

        return new EditOutcome.Saved(to);
    }, cancel);

    public Task<EditOutcome> RemoveAsync(Guid draftId, string path, CancellationToken cancel) => ChangeAsync(draftId, async _ =>
    {
        if (await FindAsync(draftId, path, cancel) is not { } file)
        {
            return new EditOutcome.Refused("File_Gone");
        }

        db.CourseDraftFiles.Remove(file);
        return new EditOutcome.Saved(path);
    }, cancel);

    private Task<EditOutcome> ChangeAsync(Guid draftId, Func<CourseDraft, Task<EditOutcome>> change, CancellationToken cancel) => transactions.RunAsync(async cancel =>
    {
        var draft = await db.CourseDrafts.SingleAsync(draft => draft.Id == draftId, cancel);
        if (!draft.MayBeEdited)
        {
            return new EditOutcome.Refused("Draft_Closed");
        }

        var outcome = await change(draft);
        if (outcome is EditOutcome.Saved)
        {
            (draft.ChangedAt, draft.ChangedBy, draft.Stamp) = (clock.Now, current.Id, ids.Next());
            if (!await db.CourseDraftEditors.AnyAsync(editor => editor.DraftId == draftId && editor.PersonId == current.Id, cancel))
            {
                db.CourseDraftEditors.Add(new CourseDraftEditor { DraftId = draftId, PersonId = current.Id });
            }

            await db.SaveChangesAsync(cancel);
        }

        return outcome;
    }, cancel);

    private Task<CourseDraftFile?> FindAsync(Guid draftId, string path, CancellationToken cancel) =>
        db.CourseDraftFiles.SingleOrDefaultAsync(file => file.DraftId == draftId && file.Path == path, cancel);

    // A draft larger than a zip may be could not be brought back from its own export.
    private async Task<EditOutcome?> RefuseTooLargeAsync(CourseDraft draft, int length, string path, CancellationToken cancel) =>
        length + await db.CourseDraftFiles.Where(file => file.DraftId == draft.Id && file.Path != path).SumAsync(file => (long)file.Bytes.Length, cancel) > CourseArchive.MostBytes
            ? new EditOutcome.Refused("Draft_TooLarge")
            : null;

    private static void Retitle(CourseDraft draft, string path, byte[] bytes)
    {
        if (string.Equals(path, $"{draft.Slug}/course.yml", StringComparison.Ordinal))
        {
            draft.Title = CreateDraft.TitleIn(new Dictionary<string, byte[]>(StringComparer.Ordinal) { [path] = bytes }, draft.Slug);
            draft.SearchText = CreateDraft.SearchOf(draft.Slug, draft.Title);
        }
    }

    /// <summary>New files keep to the format; what came with a zip may be otherwise and stays.</summary>
    private static bool MayBeAdded(CourseDraft draft, string path) => CoursePaths.IsSafe(path) && path.Split('/') switch
    {
        [CoursePaths.Standards or CoursePaths.Documents, var name] => IsNamed(name, ".yml"),
        [var slug, ..] when !string.Equals(slug, draft.Slug, StringComparison.Ordinal) => false,
        [_, "course.yml" or "README.md"] => true,
        [_, "lessons", var name] => IsNamed(name, ".md"),
        [_, CoursePaths.Questions, var name] when MediaKinds.Of(name) is MediaKind.Jpeg or MediaKind.Png => CoursePaths.IsSlug(System.IO.Path.GetFileNameWithoutExtension(name)),
        [_, "questions" or "quizzes" or CoursePaths.OwnDocuments, var name] => IsNamed(name, ".yml"),
        [_, CoursePaths.Pictures, var name] => MediaKinds.Of(name) is not MediaKind.None && CoursePaths.IsSlug(System.IO.Path.GetFileNameWithoutExtension(name)),
        _ => false,
    };

    private static bool IsNamed(string name, string extension) =>
        name.EndsWith(extension, StringComparison.Ordinal) && CoursePaths.IsSlug(name[..^extension.Length]);
}
