using Microsoft.EntityFrameworkCore;
using TrainingHub.Storage;

namespace TrainingHub.Courses;

/// <summary>The questions of a course that lie on a paper the person is answering now: until it is handed in, no check tells their keys.</summary>
public sealed class WithheldChecks(Db db, CourseShelf shelf)
{
    /// <summary>Question ids: another version of a question would give its key away just as well.</summary>
    public async Task<IReadOnlySet<string>> RunAsync(Guid personId, string courseSlug, CancellationToken cancel)
    {
        var hashes = await (
            from attempt in db.Attempts.AsNoTracking()
            where attempt.PersonId == personId && attempt.CourseSlug == courseSlug && attempt.SubmittedAt == null
            join item in db.AttemptItems on attempt.Id equals item.AttemptId
            select item.QuestionHash).Distinct().ToListAsync(cancel);
        return hashes.Count == 0
            ? new HashSet<string>(StringComparer.Ordinal)
            : (await shelf.PromptsAsync(hashes, cancel)).Values.Select(prompt => prompt.Id).ToHashSet(StringComparer.Ordinal);
    }
}
