using TrainingHub.Account;
using TrainingHub.Questions;
using TrainingHub.Quizzes.Regrades;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Quizzes;

/// <summary>
/// Appends a mark. When it was the last one of its attempt, points and passing are decided, and record, figures and certificate are written in
/// the same transaction; the day of completion stays that of handing in.
/// </summary>
public sealed class MarkAnswer(
    Db db, Transactions transactions, MarksQuery marks, QuestionShelf questionShelf, CorrectedQuestions corrected, SubmitAttempt submit, TellResult tell, CurrentPerson current, Ids ids, DayClock clock, ILogger<MarkAnswer> log)
{
    public async Task<MarkOutcome> RunAsync(string slug, Guid attemptId, int item, MarkInput input, CancellationToken cancel)
    {
        if (await marks.FindAsync(slug, attemptId, item, input, cancel) is not { } page)
        {
            return new MarkOutcome.Missing();
        }

        var given = input.Given ?? [];
        if (AnswerMark.PointsOf(page.Question.Key.Rubric, given, page.FullPoints) is not { } points)
        {
            return new MarkOutcome.Unreadable();
        }

        var items = await db.PaperAsync(attemptId, cancel);
        var questions = await questionShelf.QuestionsAsync([.. items.Select(one => one.QuestionHash)], cancel);
        return await transactions.RunAsync<MarkOutcome>(async cancel =>
        {
            // Two who mark the last two answers at once wait here for each other.
            var attempt = await submit.LockAsync(attemptId, cancel) ?? throw new InvalidOperationException("Attempts are never deleted.");
            var marking = await marks.MarkingAsync(slug, attemptId, item, cancel);
            if (!attempt.WaitsForMarks || !marking.MayMark(current.Id))
            {
                return new MarkOutcome.Overtaken();
            }

            db.AnswerMarks.Add(MarkOf(page, given, points, marking.Next(current.Id, points), input.Comment));
            await db.SaveChangesAsync(cancel);
            var paper = GradedPaper.Of(
                items.Select(one => one.AsPaperItem()), await corrected.InAsync(attempt.QuizSlug, questions, cancel), await db.CountingAnswersAsync(attemptId, cancel), await db.MarkedPointsAsync(attemptId, cancel));
            if (!paper.WaitsForMarks)
            {
                await DecideAsync(attempt, paper.Points, cancel);
            }

            return new MarkOutcome.Marked(!paper.WaitsForMarks);
        }, cancel);
    }

    private async Task DecideAsync(Attempt attempt, int points, CancellationToken cancel)
    {
        attempt.Decide(points);
        await db.SaveChangesAsync(cancel);
        await tell.RunAsync(attempt, cancel);
        if (attempt.Passed is true)
        {
            await submit.CompleteMarkedAsync(attempt, cancel);
        }

        log.AttemptGraded(attempt.Id, points, attempt.FullPoints, attempt.Passed is true);
    }

    private AnswerMark MarkOf(MarkPage page, IReadOnlyList<int> given, int points, (int? Number, int? Decides) next, string? comment) => new()
    {
        Id = ids.Next(),
        AttemptId = page.AttemptId,
        Item = page.Item,
        Given = AnswerMark.TextOf(given),
        Points = points,
        Number = next.Number,
        Decided = next.Number is null ? null : next.Decides,
        Comment = comment,
        MarkedAt = clock.Now,
        MarkedBy = current.Id,
    };
}
