using System.Diagnostics;
using TrainingHub.Courses;
using TrainingHub.Questions;
using TrainingHub.Questions.Answers;
using TrainingHub.Quizzes.Regrades;
using TrainingHub.Standards;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Quizzes;

/// <summary>
/// A graded attempt. The one page of this folder that reads keys: handing in releases those of its paper to its person, save those that
/// stand on another paper the person is answering now.
/// </summary>
public sealed class ResultQuery(
    Db db, QuizReads reads, PaperCards cards, CourseShelf shelf, QuestionShelf questionShelf, CorrectedQuestions corrected, ReadableEditions standards, WithheldQuestions withheld,
    JudgementsQuery judgements, DayClock clock)
{
    /// <summary>The page; null while the attempt is open or waits for marks.</summary>
    public async Task<ResultPage?> RunAsync(OwnAttempt own, CancellationToken cancel)
    {
        var (personId, slug, number) = (own.Attempt.PersonId, own.Attempt.QuizSlug, own.Attempt.Number);
        if (own.Attempt is not { SubmittedAt: { } submittedAt, Points: { } points, Passed: { } passed } attempt
            || await cards.FindAsync(personId, slug, number, cancel) is not { } card)
        {
            return null;
        }

        var (graded, questions) = await PaperAsync(slug, card, cancel);
        var kept = await withheld.RunAsync(personId, cancel);
        var released = graded.Items.Where(item => !kept.Contains((item.Item.Source ?? attempt.CourseSlug, questions[item.Item.QuestionHash].Prompt.Id))).ToList();
        var items = new List<ResultPage.Item>();
        foreach (var item in released)
        {
            items.Add(await ItemOfAsync(item, questions[item.Item.QuestionHash], PicturesController.FolderOf(slug, number), cancel));
        }

        var quiz = (await shelf.FindQuizAsync(slug, cancel))?.Quiz;
        var comments = graded.Items.Any(item => !questions[item.Item.QuestionHash].Prompt.IsGradedAtOnce) ? await CommentsAsync(attempt.Id, cancel) : [];
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
            Certificates = passed ? await reads.CertificatesAsync(db, attempt.Id, cancel) : [],
            Items = items.ConvertAll(item => item with { Comment = comments.GetValueOrDefault(item.Number) }),
            Withheld = graded.Items.Count - released.Count,
            Calibration = Calibration.From(Judgements(released, questions)),
            AllCalibration = items.Exists(item => item.Prompt.Kind is QuestionKind.Judgement) ? await judgements.RunAsync(personId, kept, cancel) : [],
        };
    }

    private async Task<(GradedPaper Graded, IReadOnlyDictionary<string, QuestionVersion> Questions)> PaperAsync(string slug, PaperCard card, CancellationToken cancel)
    {
        var questions = await corrected.InAsync(slug, await questionShelf.QuestionsAsync([.. card.Paper.Select(item => item.QuestionHash)], cancel), cancel);
        var marks = card.Paper.Any(item => !questions[item.QuestionHash].Prompt.IsGradedAtOnce) ? await db.MarkedPointsAsync(card.AttemptId, cancel) : null;
        return (GradedPaper.Of(card.Paper.Select(item => item.AsPaperItem()), questions, await reads.AnswersAsync(db, card.AttemptId, cancel), marks), questions);
    }

    private async Task<Dictionary<int, string?>> CommentsAsync(Guid attemptId, CancellationToken cancel) =>
        (await reads.MarksAsync(db, attemptId, cancel)).GroupBy(mark => mark.Item).ToDictionary(marks => marks.Key, marks => CommentOf([.. marks]));

    // Where two or three have marked, what each of them said.
    private static string? CommentOf(List<AnswerMark> marks)
    {
        var said = marks.GroupBy(mark => mark.Number).OrderBy(number => number.Key).Select(number => number.MaxBy(mark => (mark.MarkedAt, mark.Id))?.Comment).OfType<string>().ToList();
        return said.Count is 0 ? null : string.Join('\n', said);
    }

    private async Task<ResultPage.Item> ItemOfAsync(GradedItem graded, QuestionVersion question, string pictures, CancellationToken cancel)
    {
        var bases = new List<ResultPage.BasisNote>();
        foreach (var basis in question.Key.Bases)
        {
            bases.Add(await BasisOfAsync(basis, cancel));
        }

        var answered = new AnsweredView
        {
            Prompt = question.Prompt,
            Key = question.Key,
            Order = graded.Item.OptionOrder,
            Response = graded.Response,
            Pictures = pictures,
        };
        return new ResultPage.Item(graded.Item.Number, answered, graded.Points, graded.Item.Points, bases);
    }

    private static IEnumerable<(QuestionKey, Response.Judged)> Judgements(IEnumerable<GradedItem> items, IReadOnlyDictionary<string, QuestionVersion> questions) =>
        from item in items
        where item.Response is Response.Judged
        select (questions[item.Item.QuestionHash].Key, (Response.Judged)item.Response);

    private async ValueTask<ResultPage.BasisNote> BasisOfAsync(Basis basis, CancellationToken cancel)
    {
        switch (basis)
        {
            case Basis.OfClause clause:
                var edition = await standards.FindAsync(new EditionName(clause.StandardSlug, clause.Edition), cancel);
                var entered = edition?.FindClause(clause.ClauseNumber);
                return new(new ResultPage.BasisLine(edition?.Title ?? clause.StandardSlug, clause.ClauseNumber, entered?.Title), entered?.Text);
            case Basis.OfStatement said:
                var document = await standards.FindAsync(new EditionName(said.StandardSlug, said.Edition), cancel);
                return new(new ResultPage.BasisLine(document?.Title ?? said.StandardSlug, null, null), said.Statement);
            case Basis.OfDocument named:
                return new(new ResultPage.BasisLine(named.Document, named.Area, null), named.Statement);
            default:
                throw new UnreachableException();
        }
    }
}
