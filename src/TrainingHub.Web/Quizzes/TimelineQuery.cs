using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using TrainingHub.Questions;
using TrainingHub.Quizzes.Regrades;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Quizzes;

/// <summary>
/// The answer log of an attempt as a chain, and beside it whatever else happened. Grades the paper anew from the log alone: an examiner sees at
/// once whether what was stored is what was answered.
/// </summary>
public sealed class TimelineQuery(Db db, AttemptListQuery list, QuestionShelf questionShelf, CorrectedQuestions corrected, DayClock clock)
{
    /// <summary>The page; null when the attempt is out of reach or not of this quiz.</summary>
    public async Task<TimelinePage?> RunAsync(string slug, Guid attemptId, CancellationToken cancel)
    {
        if (await list.FindAsync(slug, attemptId, new AllowanceInput(), cancel) is not { } found)
        {
            return null;
        }

        var attempt = await db.Attempts.AsNoTracking().SingleAsync(a => a.Id == attemptId, cancel);
        var log = await db.AnswerEntries.AsNoTracking().Where(entry => entry.AttemptId == attemptId).ToListAsync(cancel);
        var events = await db.AttemptEvents.AsNoTracking().Where(e => e.AttemptId == attemptId).ToListAsync(cancel);
        var added = await db.QuizAllowances.AsNoTracking().Where(a => a.PersonId == attempt.PersonId && a.QuizSlug == slug && a.AttemptNumber == attempt.Number && a.Minutes != null).ToListAsync(cancel);
        return new TimelinePage
        {
            Slug = slug,
            Title = found.Title,
            Row = found.Row,
            Lines =
            [
                .. Lines(attempt, AnswerChain.Of(attemptId, log), events, added).OrderBy(line => line.At)
                    .Select(line => line with { At = clock.InZone(line.At) }),
            ],
            Absences = events.Count(e => e.Kind is AttemptEventKind.Left),
            Head = AnswerChain.HeadOf(attemptId, log),
            KeptHead = attempt.LogHash,
            RebuiltPoints = attempt.SubmittedAt is null ? null : await RebuildAsync(attempt, log, cancel),
        };
    }

    private async Task<int> RebuildAsync(Attempt attempt, List<AnswerEntry> log, CancellationToken cancel)
    {
        var items = await db.PaperAsync(attempt.Id, cancel);
        var shown = await questionShelf.QuestionsAsync([.. items.Select(item => item.QuestionHash)], cancel);
        var questions = await corrected.InAsync(attempt.QuizSlug, shown, cancel);
        return GradedPaper.Of(items.Select(item => item.AsPaperItem()), questions, log, await db.MarkedPointsAsync(attempt.Id, cancel)).Points;
    }

    private static IEnumerable<TimelinePage.Line> Lines(Attempt attempt, IReadOnlyList<AnswerChain.Link> chain, List<AttemptEvent> events, List<QuizAllowance> added) =>
    [
        new TimelinePage.Line(attempt.StartedAt, TimelinePage.LineKind.Started),
        .. chain.Select(link => new TimelinePage.Line(
            link.Entry.SavedAt, link.Entry.IsLate ? TimelinePage.LineKind.SavedLate : TimelinePage.LineKind.Saved, link.Entry.Item, link.Entry.Version, link.Entry.Choice, link.Hash)),
        .. events.Select(e => new TimelinePage.Line(e.At, KindOf(e.Kind), e.Item, e.Version, e.Choice)),
        .. added.Select(one => new TimelinePage.Line(one.GivenAt, TimelinePage.LineKind.TimeAdded, Text: one.Reason, Minutes: one.Minutes)),
        .. attempt.SubmittedAt is { } at ? [new TimelinePage.Line(at, TimelinePage.LineKind.HandedIn)] : Array.Empty<TimelinePage.Line>(),
    ];

    private static TimelinePage.LineKind KindOf(AttemptEventKind kind) => kind switch
    {
        AttemptEventKind.TakenOver => TimelinePage.LineKind.TakenOver,
        AttemptEventKind.Left => TimelinePage.LineKind.Left,
        AttemptEventKind.Refused => TimelinePage.LineKind.Refused,
        AttemptEventKind.AtSession => TimelinePage.LineKind.AtSession,
        AttemptEventKind.Corrected => TimelinePage.LineKind.Corrected,
        _ => throw new UnreachableException(),
    };
}
