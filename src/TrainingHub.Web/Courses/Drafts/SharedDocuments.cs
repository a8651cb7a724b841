using Microsoft.EntityFrameworkCore;
using TrainingHub.Courseware;
using TrainingHub.Courseware.Files;
using TrainingHub.Storage;

namespace TrainingHub.Courses.Drafts;

/// <summary>
/// Named documents that a course cites without bringing them: whoever packs one course's folder leaves out what lies beside it. Those that are
/// known are put there; known are the ones of courses that travel with the application, and of the own unit's courses.
/// </summary>
public sealed class SharedDocuments(Db db, InspectDraft inspect)
{
    /// <summary>What of them is missing, by path; empty where nothing is, or where they would not help.</summary>
    /// <param name="draft">Not kept yet.</param>
    /// <param name="content">Its files.</param>
    /// <param name="cancel">Ends the reading.</param>
    public async Task<IReadOnlyDictionary<string, byte[]>> MissingAsync(CourseDraft draft, IReadOnlyDictionary<string, byte[]> content, CancellationToken cancel)
    {
        var none = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        var before = await inspect.RunAsync(draft, new CourseBytes(content), cancel);
        if (!before.Problems.Any(problem => problem.Code is "document-unknown" or "statement-unknown"))
        {
            return none;
        }

        var known = await KnownAsync(draft.OwnerId, content, cancel);
        var after = await inspect.RunAsync(draft, new CourseBytes(content.Concat(known).ToDictionary(StringComparer.Ordinal)), cancel);
        var cited = after.SharedFiles.Where(known.ContainsKey).ToDictionary(path => path, path => known[path], StringComparer.Ordinal);
        return Errors(after) < Errors(before) && Fits(content, cited) ? cited : none;
    }

    private async Task<Dictionary<string, byte[]>> KnownAsync(Guid ownerId, IReadOnlyDictionary<string, byte[]> content, CancellationToken cancel)
    {
        var rows = await (
            from course in db.PublishedCourses.AsNoTracking()
            where course.OwnerId == null || course.OwnerId == ownerId
            join file in db.CourseFiles on course.Hash equals file.CourseHash
            where file.Path.StartsWith(CoursePaths.Documents + "/")
            select new { file.Path, file.ContentHash, course.PublishedAt }).ToListAsync(cancel);
        var newest = rows.Where(row => !content.ContainsKey(row.Path)).GroupBy(row => row.Path, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.MaxBy(row => row.PublishedAt)!.ContentHash, StringComparer.Ordinal);
        var hashes = newest.Values.Distinct(StringComparer.Ordinal).ToList();
        var bytes = await db.CourseFileContents.AsNoTracking().Where(kept => hashes.Contains(kept.Hash)).ToDictionaryAsync(kept => kept.Hash, kept => kept.Bytes, StringComparer.Ordinal, cancel);
        return newest.ToDictionary(file => file.Key, file => bytes[file.Value], StringComparer.Ordinal);
    }

    /// <summary>A draft is never larger than a zip may be, else its own export could not come back.</summary>
    private static bool Fits(IReadOnlyDictionary<string, byte[]> content, Dictionary<string, byte[]> cited) =>
        content.Count + cited.Count <= CourseArchive.MostFiles
        && content.Values.Concat(cited.Values).Sum(bytes => (long)bytes.Length) <= CourseArchive.MostBytes;

    private static int Errors(CourseInspection inspection) => inspection.Problems.Count(problem => problem.Severity is ProblemSeverity.Error);
}
