using Microsoft.EntityFrameworkCore;
using Npgsql;
using TrainingHub.Account;
using TrainingHub.Courseware.Files;
using TrainingHub.Courseware.Media;
using TrainingHub.Organizations;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Courses.Drafts;

/// <summary>Begins a draft: from nothing, from a published version, or from a zip.</summary>
public sealed class CreateDraft(Db db, Transactions transactions, VersionsQuery versions, DraftFiles files, SharedDocuments documents, CourseNames names, CurrentPerson current, Ids ids, DayClock clock)
{
    /// <summary>Drafts that one person may have open: each may hold 50 MB.</summary>
    public const int MostOpen = 100;

    public Task<CreateOutcome> FromTemplateAsync(Guid ownerId, string slug, string title, CancellationToken cancel) =>
        CourseTemplateIsPossible(slug)
            ? KeepAsync(Begin(ownerId, slug, title, basedOn: null), CourseTemplate.Make(slug, title), "Slug", cancel)
            : Task.FromResult<CreateOutcome>(new CreateOutcome.Refused("Slug", "Slug_Invalid"));

    /// <summary>From the version of this hash, or from the newest one where none is named.</summary>
    public async Task<CreateOutcome> FromVersionAsync(Guid ownerId, string slug, string? hash, CancellationToken cancel)
    {
        var version = await versions.FindAsync(slug, hash, cancel);
        return version is null || await files.OfVersionAsync(version.Hash, cancel) is not { Count: > 0 } kept
            ? new CreateOutcome.Refused("From", "From_Unknown")
            : await KeepAsync(Begin(ownerId, slug, version.Title, version.Hash), kept, "From", cancel);
    }

    public async Task<CreateOutcome> FromZipAsync(Guid ownerId, byte[] zip, string name, CancellationToken cancel)
    {
        switch (CourseArchive.Read(zip, name))
        {
            case ArchiveOutcome.Refused refused:
                return new CreateOutcome.Unreadable(refused.Problems);
            case ArchiveOutcome.Read read:
                var clean = new SortedDictionary<string, byte[]>(read.Files.ToDictionary(file => file.Key, Cleaned, StringComparer.Ordinal), StringComparer.Ordinal);
                var draft = Begin(ownerId, read.Slug, TitleIn(clean, read.Slug), (await versions.FindAsync(read.Slug, hash: null, cancel))?.Hash);
                foreach (var (path, bytes) in await documents.MissingAsync(draft, clean, cancel))
                {
                    clean.Add(path, bytes);
                }

                return await KeepAsync(draft, clean, "File", cancel);
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    /// <summary>The title that course.yml says, else the slug.</summary>
    public static string TitleIn(IReadOnlyDictionary<string, byte[]> files, string slug)
    {
        var text = files.TryGetValue($"{slug}/course.yml", out var bytes) ? FileText.Of(bytes) ?? "" : "";
        var line = text.Split('\n').FirstOrDefault(line => line.StartsWith("title:", StringComparison.Ordinal));
        var title = line?["title:".Length..].Trim().Trim('"', '\'') ?? "";
        return title.Length is 0 ? slug : title.Length > 120 ? title[..120] : title;
    }

    public static string SearchOf(string slug, string title) => $"{NameFolding.Fold(title)} {NameFolding.Fold(slug)}";

    // What the linter would only warn of is taken out here: what pictures tell of people and places.
    private static byte[] Cleaned(KeyValuePair<string, byte[]> file) =>
        MediaKinds.Of(file.Key) is not MediaKind.None and var kind && MediaCleaner.Clean(file.Value) is { } clean && clean.Kind == kind ? clean.Bytes : file.Value;

    private static bool CourseTemplateIsPossible(string slug) => slug.Length <= 74 && CoursePaths.IsSlug(slug);

    private CourseDraft Begin(Guid ownerId, string slug, string title, string? basedOn) => new()
    {
        Id = ids.Next(),
        Slug = slug,
        OwnerId = ownerId,
        Title = title,
        SearchText = SearchOf(slug, title),
        BasedOn = basedOn,
        CreatedAt = clock.Now,
        CreatedBy = current.Id,
        ChangedAt = clock.Now,
        ChangedBy = current.Id,
        Stamp = ids.Next(),
    };

    private Task<CreateOutcome> KeepAsync(CourseDraft draft, SortedDictionary<string, byte[]> content, string field, CancellationToken cancel) =>
        transactions.RunAsync<CreateOutcome>(async cancel =>
        {
            if (await names.RefusalAsync(draft.Slug, draft.OwnerId, cancel) is { } why)
            {
                return new CreateOutcome.Refused(field, why);
            }

            if (await db.CourseDrafts.CountAsync(open => open.CreatedBy == current.Id && open.State != DraftState.Published, cancel) >= MostOpen)
            {
                return new CreateOutcome.Refused(field, "Drafts_TooMany");
            }

            db.CourseDrafts.Add(draft);
            db.CourseDraftEditors.Add(new CourseDraftEditor { DraftId = draft.Id, PersonId = current.Id });
            db.CourseDraftFiles.AddRange(content.Select(file => new CourseDraftFile { DraftId = draft.Id, Path = file.Key, Bytes = file.Value, Hash = CourseFileContent.HashOf(file.Value) }));
            try
            {
                await db.SaveChangesAsync(cancel);
            }
            catch (DbUpdateException exception) when (exception.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation })
            {
                throw new RepeatTransactionException("Another draft of this course was begun in the same moment.");
            }

            return new CreateOutcome.Created(draft.Id);
        }, cancel);
}
