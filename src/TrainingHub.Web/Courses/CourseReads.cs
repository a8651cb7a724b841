using Microsoft.EntityFrameworkCore;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Courses;

/// <summary>What starting and ending a sitting asks about courses, compiled once: making the statement out of the expression costs more than running it.</summary>
public sealed class CourseReads(IPrintedPapers printed, DayClock clock)
{
    private static readonly TimeSpan LongestContest = TimeSpan.FromDays(2);

    private readonly Func<Db, Guid, string, IAsyncEnumerable<LessonCompletion>> _completions = EF.CompileAsyncQuery((Db db, Guid personId, string slug) =>
        db.LessonCompletions.AsNoTracking().Where(completion => completion.PersonId == personId && completion.CourseSlug == slug));

    // A paper drawn for a session is open until closing it makes an attempt of it, or the session is over without. Of a contest that goes on, all questions
    // count: nobody practises what is asked next. One that nobody ends withholds them no longer than two days. A team on a stage has a device; its members
    // may have none, and are withheld them all the same.
    private readonly Func<Db, Guid, DateTime, IAsyncEnumerable<OpenItem>> _open = EF.CompileAsyncQuery((Db db, Guid personId, DateTime since) =>
        (from attempt in db.Attempts
         where attempt.PersonId == personId && attempt.SubmittedAt == null
         join item in db.AttemptItems on attempt.Id equals item.AttemptId
         select new { Source = item.Source ?? attempt.CourseSlug, item.QuestionHash, IsPlayed = false })
        .Concat(
            from paper in printed.In(db)
            where paper.PersonId == personId
            join item in db.AttemptItems on paper.Id equals item.AttemptId
            select new { Source = item.Source ?? paper.CourseSlug, item.QuestionHash, IsPlayed = false })
        .Concat(
            from seat in db.ContestSeats
            where seat.PersonId == personId
            join contest in db.Contests on seat.ContestId equals contest.Id
            where contest.FinishedAt == null && contest.PreparedAt > since
            join item in db.ContestItems on contest.Id equals item.ContestId
            select new { item.Source, item.QuestionHash, IsPlayed = true })
        .Concat(
            from member in db.StageMembers
            where member.PersonId == personId
            join contest in db.Contests on member.ContestId equals contest.Id
            where contest.FinishedAt == null && contest.PreparedAt > since
            join item in db.ContestItems on contest.Id equals item.ContestId
            select new { item.Source, item.QuestionHash, IsPlayed = true })
        .Select(item => new OpenItem(item.Source, item.QuestionHash, item.IsPlayed)));

    /// <summary>A question on a paper that is being answered.</summary>
    /// <param name="CourseSlug">Empty: from a question bank.</param>
    /// <param name="QuestionHash">The version that is shown.</param>
    /// <param name="IsPlayed">It stands in a contest, on no paper.</param>
    public sealed record OpenItem(string CourseSlug, string QuestionHash, bool IsPlayed);

    /// <summary>Lessons of the course that the person finished, whatever the version.</summary>
    public ValueTask<List<LessonCompletion>> CompletionsAsync(Db db, Guid personId, string slug, CancellationToken cancel) => _completions(db, personId, slug).ToListAsync(cancel);

    /// <summary>The questions on papers that the person is answering now, or is going to answer on paper, and those of contests that they play in.</summary>
    public ValueTask<List<OpenItem>> OpenItemsAsync(Db db, Guid personId, CancellationToken cancel) => _open(db, personId, clock.Now - LongestContest).ToListAsync(cancel);

    /// <summary>The same without those of contests.</summary>
    public async ValueTask<List<OpenItem>> PaperItemsAsync(Db db, Guid personId, CancellationToken cancel) =>
        [.. (await OpenItemsAsync(db, personId, cancel)).Where(item => !item.IsPlayed)];
}
