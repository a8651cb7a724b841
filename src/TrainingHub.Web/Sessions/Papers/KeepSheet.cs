using Microsoft.EntityFrameworkCore;
using TrainingHub.Account;
using TrainingHub.Questions;
using TrainingHub.Quizzes;
using TrainingHub.Quizzes.Regrades;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Sessions.Papers;

/// <summary>
/// Appends what stands on a paper: typed in by the keeper with what a marker gave for written answers, or answered on the keeper's device, where written
/// answers are marked afterwards. Graded as every other paper is. Of two who type the same paper the second is told.
/// </summary>
public sealed class KeepSheet(
    Db db, Transactions transactions, QuestionShelf questionShelf, CorrectedQuestions corrected, PaperRubrics rubrics, CurrentPerson current, DayClock clock)
{
    /// <param name="session">Within reach: the caller has asked.</param>
    /// <param name="opened">Its paper, not the keeper's own.</param>
    /// <param name="wish">What is to stand there.</param>
    /// <param name="cancel">Ends it.</param>
    public async Task<KeepSheetOutcome> RunAsync(TrainingSession session, OpenedPaper opened, SheetWish wish, CancellationToken cancel)
    {
        if (opened.Unreadable(wish.Answers) is { Count: > 0 } refused)
        {
            return new KeepSheetOutcome.Refused(refused);
        }

        var shown = await questionShelf.QuestionsAsync([.. opened.Items.Select(item => item.QuestionHash)], cancel);
        var questions = await corrected.InAsync(opened.Paper.QuizSlug, shown, cancel);
        var given = opened.Given(wish.Answers, wish.Marks);
        var marks = PaperMarks.Of(opened.Items, questions, given, wish.Marks);
        if (wish.Means is PaperMeans.Paper && await FaultAsync(session, opened, given, marks, wish.Marker, cancel) is var (fault, items))
        {
            return new KeepSheetOutcome.MarksRefused(fault, items);
        }

        return await transactions.RunAsync(cancel => KeepAsync(opened, wish, given, marks, questions, cancel), cancel);
    }

    private async Task<(PaperMarksFault Fault, IReadOnlyList<int> Items)?> FaultAsync(
        TrainingSession session, OpenedPaper opened, Dictionary<int, string> given, PaperMarks marks, string marker, CancellationToken cancel) =>
        opened.Written.Any(item => given.ContainsKey(item.Number)) && await rubrics.WhyNotAsync(session, opened, cancel) is { } why
            ? (why, [])
            : marks.FaultOf(marker);

    private async Task<KeepSheetOutcome> KeepAsync(
        OpenedPaper opened, SheetWish wish, Dictionary<int, string> given, PaperMarks marks, IReadOnlyDictionary<string, QuestionVersion> questions, CancellationToken cancel)
    {
        var paper = opened.Paper;
        var session = await db.LockSessionAsync(paper.SessionId, cancel);
        if (session.Standing is not SessionStanding.Planned)
        {
            return new KeepSheetOutcome.Over();
        }

        var sheets = await db.PaperSheets.AsNoTracking().Where(sheet => sheet.PaperId == paper.Id).OrderBy(sheet => sheet.Number).ToListAsync(cancel);
        if (sheets.Count != wish.Version)
        {
            return new KeepSheetOutcome.Changed();
        }

        if (sheets is [var first, ..] && session.HasCounted(first.EnteredAt))
        {
            return new KeepSheetOutcome.Entered();
        }

        // What was answered on the device and is only marked now is no correction.
        var isOnlyMarked = wish.Means is PaperMeans.Paper && sheets is [.., { WaitsForMarks: true } waiting] && waiting.HasSameAnswers(given);
        var needsReason = (wish.Version > 0 && !isOnlyMarked) || wish.Means is PaperMeans.Absent;
        if (needsReason && wish.Reason.Length is 0)
        {
            return new KeepSheetOutcome.NoReason();
        }

        var kept = wish with { Answers = given, Means = isOnlyMarked ? sheets[^1].Means : wish.Means, Reason = needsReason ? wish.Reason : "" };
        var now = clock.Now;
        var points = GradedPaper.Of(opened.Items, questions, PaperSheet.LogOf([.. sheets, SheetOf(paper.Id, kept, marks, 0, now)]), marks.Points).Points;
        db.PaperSheets.Add(SheetOf(paper.Id, kept, marks, points, now));
        await db.SaveChangesAsync(cancel);
        return new KeepSheetOutcome.Kept(wish.Version + 1);
    }

    private PaperSheet SheetOf(Guid paperId, SheetWish kept, PaperMarks marks, int points, DateTime now) => new()
    {
        PaperId = paperId,
        Number = kept.Version + 1,
        Means = kept.Means,
        Answers = kept.Answers,
        Marks = kept.Marks,
        Marker = marks.Points.Count > 0 ? kept.Marker : null,
        WaitsForMarks = marks.Unmarked.Count > 0,
        Points = points,
        EnteredAt = now,
        EnteredBy = current.Id,
        Reason = kept.Reason.Length > 0 ? kept.Reason : null,
    };
}
