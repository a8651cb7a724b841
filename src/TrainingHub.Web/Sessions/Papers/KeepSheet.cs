using Microsoft.EntityFrameworkCore;
using TrainingHub.Account;
using TrainingHub.Questions;
using TrainingHub.Quizzes;
using TrainingHub.Quizzes.Regrades;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Sessions.Papers;

/// <summary>
/// Appends what stands on a paper: typed in by the keeper, or answered on the keeper's device. Graded as every other paper is. Of two who type the
/// same paper the second is told.
/// </summary>
public sealed class KeepSheet(Db db, Transactions transactions, QuestionShelf questionShelf, CorrectedQuestions corrected, CurrentPerson current, DayClock clock)
{
    /// <param name="opened">Within reach and not the keeper's own: the caller has asked.</param>
    /// <param name="answers">By item; of items that the paper does not have nothing is kept.</param>
    /// <param name="version">How many sheets the form knew of.</param>
    /// <param name="means">By paper, on the device, or not at all: then without answers.</param>
    /// <param name="reason">Why the one before is corrected, or it was not sat; empty for the first that has answers.</param>
    /// <param name="cancel">Ends it.</param>
    public async Task<KeepSheetOutcome> RunAsync(OpenedPaper opened, IReadOnlyDictionary<int, string> answers, int version, PaperMeans means, string reason, CancellationToken cancel)
    {
        if (opened.Unreadable(answers) is { Count: > 0 } refused)
        {
            return new KeepSheetOutcome.Refused(refused);
        }

        var shown = await questionShelf.QuestionsAsync([.. opened.Items.Select(item => item.QuestionHash)], cancel);
        var questions = await corrected.InAsync(opened.Paper.QuizSlug, shown, cancel);
        return await transactions.RunAsync(cancel => KeepAsync(opened, opened.Given(answers), questions, version, means, reason, cancel), cancel);
    }

    private async Task<KeepSheetOutcome> KeepAsync(
        OpenedPaper opened, Dictionary<int, string> given, IReadOnlyDictionary<string, QuestionVersion> questions, int version, PaperMeans means, string reason, CancellationToken cancel)
    {
        var (paper, needsReason) = (opened.Paper, version > 0 || means is PaperMeans.Absent);
        var session = await db.LockSessionAsync(paper.SessionId, cancel);
        if (session.Standing is not SessionStanding.Planned)
        {
            return new KeepSheetOutcome.Over();
        }

        var sheets = await db.PaperSheets.AsNoTracking().Where(sheet => sheet.PaperId == paper.Id).OrderBy(sheet => sheet.Number).ToListAsync(cancel);
        if (sheets.Count != version)
        {
            return new KeepSheetOutcome.Changed();
        }

        if (sheets is [var first, ..] && session.HasCounted(first.EnteredAt))
        {
            return new KeepSheetOutcome.Entered();
        }

        if (needsReason && reason.Length is 0)
        {
            return new KeepSheetOutcome.NoReason();
        }

        PaperSheet Sheet(int points) => new()
        {
            PaperId = paper.Id,
            Number = version + 1,
            Means = means,
            Answers = given,
            Points = points,
            EnteredAt = clock.Now,
            EnteredBy = current.Id,
            Reason = needsReason ? reason : null,
        };
        var points = GradedPaper.Of(opened.Items, questions, PaperSheet.LogOf([.. sheets, Sheet(0)])).Points;
        db.PaperSheets.Add(Sheet(points));
        await db.SaveChangesAsync(cancel);
        return new KeepSheetOutcome.Kept(version + 1);
    }
}
