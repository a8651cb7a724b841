using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using TrainingHub.Courses;
using TrainingHub.Questions;
using TrainingHub.Quizzes.Regrades;
using TrainingHub.Standards;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Quizzes;

/// <summary>
/// A graded attempt. The one page of this folder that reads keys: handing in releases those of its paper to its person, save those that
/// stand on another paper the person is answering now.
/// </summary>
public sealed class ResultQuery(Db db, CourseShelf shelf, QuestionShelf questionShelf, CorrectedQuestions corrected, ReadableEditions standards, WithheldQuestions withheld, DayClock clock)
{
    /// <summary>The page; null when the person has no such attempt or it is still open.</summary>
    public async Task<ResultPage?> RunAsync(Guid personId, string slug, int number, CancellationToken cancel)
    {
        var attempt = await db.Attempts.AsNoTracking()
            .SingleOrDefaultAsync(a => a.PersonId == personId && a.QuizSlug == slug && a.Number == number, cancel);
        if (attempt is not { SubmittedAt: { } submittedAt, Points: { } points, Passed: { } passed })
        {
            return null;
        }

        var paper = await PaperAsync(attempt, cancel);
        var (graded, questions) = paper;
        var kept = await withheld.RunAsync(personId, cancel);
        var released = graded.Items.Where(item => !kept.Contains((attempt.CourseSlug, questions[item.Item.QuestionHash].Prompt.Id))).ToList();
        var items = new List<ResultPage.Item>();
        foreach (var item in released)
        {
            items.Add(await ItemOfAsync(item, questions[item.Item.QuestionHash], cancel));
        }

        var quiz = (await shelf.FindQuizAsync(slug, cancel))?.Quiz;
        return new ResultPage
        {
            Slug = slug,
            Title = quiz is null ? slug : QuizWords.InLanguage(quiz.Title, quiz.TitleEn),
            CourseSlug = attempt.CourseSlug,
            Number = number,
            Passed = passed,
            Points = points,
            FullPoints = attempt.FullPoints,
            PassPoints = QuizWords.PassPoints(attempt.PassPercent, attempt.FullPoints),
            Answered = attempt.Answered ?? 0,
            Used = submittedAt - attempt.StartedAt,
            SubmittedAt = clock.InZone(submittedAt),
            TimeWasUp = submittedAt == attempt.Deadline,
            Certificates = await CertificatesAsync(attempt.Id, cancel),
            Items = items,
            Withheld = graded.Items.Count - released.Count,
        };
    }

    private async Task<(GradedPaper Graded, IReadOnlyDictionary<string, QuestionVersion> Questions)> PaperAsync(Attempt attempt, CancellationToken cancel)
    {
        var items = await db.PaperAsync(attempt.Id, cancel);
        var shown = await questionShelf.QuestionsAsync([.. items.Select(item => item.QuestionHash)], cancel);
        var questions = await corrected.InAsync(attempt.QuizSlug, shown, cancel);
        var answers = await db.CountingAnswersAsync(attempt.Id, cancel);
        return (GradedPaper.Of(items.Select(item => item.AsPaperItem()), questions, answers), questions);
    }

    private Task<List<ResultPage.CertificateLine>> CertificatesAsync(Guid attemptId, CancellationToken cancel) => (
        from record in db.TrainingRecords.AsNoTracking()
        where record.AttemptId == attemptId && !db.Revocations.Any(r => r.RecordId == record.Id)
        join certificate in db.Certificates on record.Id equals certificate.RecordId
        orderby certificate.Serial
        select new ResultPage.CertificateLine(certificate.Serial, certificate.ValidUntil)).ToListAsync(cancel);

    private async Task<ResultPage.Item> ItemOfAsync(GradedItem graded, QuestionVersion question, CancellationToken cancel)
    {
        var (basis, text) = await BasisOfAsync(question.Key.Basis, cancel);
        return new ResultPage.Item(
            graded.Item.Number,
            question.Prompt.Kind,
            question.Prompt.Stem,
            graded.IsRight,
            Options((graded.Response as Response.Picked)?.Choice, graded.Item, question.Prompt),
            Options(Choice.Of(question.Key.CorrectOptions, graded.Item.OptionOrder), graded.Item, question.Prompt),
            question.Key.Explanation,
            basis,
            text);
    }

    private static List<ResultPage.Option> Options(Choice? choice, PaperItem item, QuestionPrompt prompt) =>
        [.. (choice?.ToString() ?? "").Select(letter => new ResultPage.Option(
            letter, prompt.Kind is QuestionKind.TrueFalse ? "" : prompt.Options[item.OptionOrder[letter - 'A']]))];

    private async ValueTask<(ResultPage.BasisLine Line, string? Text)> BasisOfAsync(Basis basis, CancellationToken cancel)
    {
        switch (basis)
        {
            case Basis.OfClause clause:
                var edition = await standards.FindAsync(new EditionName(clause.StandardSlug, clause.Edition), cancel);
                var entered = edition?.FindClause(clause.ClauseNumber);
                return (new ResultPage.BasisLine(edition?.Title ?? clause.StandardSlug, clause.ClauseNumber, entered?.Title), entered?.Text);
            case Basis.OfStatement said:
                var document = await standards.FindAsync(new EditionName(said.StandardSlug, said.Edition), cancel);
                return (new ResultPage.BasisLine(document?.Title ?? said.StandardSlug, null, null), said.Statement);
            case Basis.OfDocument named:
                return (new ResultPage.BasisLine(named.Document, named.Area, null), named.Statement);
            default:
                throw new UnreachableException();
        }
    }
}
