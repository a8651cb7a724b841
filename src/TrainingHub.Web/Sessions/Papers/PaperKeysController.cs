using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using TrainingHub.Account;
using TrainingHub.People;
using TrainingHub.Questions;
using TrainingHub.Questions.Answers;
using TrainingHub.Quizzes.Regrades;
using TrainingHub.Storage;

namespace TrainingHub.Sessions.Papers;

/// <summary>What is right on each paper, for who answers for the quiz and only after the session.</summary>
[Route("sessions/{code}/papers/keys"), Require(Capability.ManageSessions), ResponseCache(NoStore = true)]
public sealed class PaperKeysController(
    Db db, FindSession find, SessionQuizQuery quizzes, PapersQuery papers, OpenPaper open, QuestionShelf questionShelf, CorrectedQuestions corrected, IStringLocalizer<AnswersText> text) : Controller
{
    private const int Most = 200;

    [HttpGet]
    public async Task<IActionResult> Show(string code, CancellationToken cancel)
    {
        if (await find.KeptAsync(code, cancel) is not { } session || await quizzes.RunAsync(session, cancel) is not { } quiz || !await papers.MayReadKeysAsync(session, quiz.Slug, cancel))
        {
            return NotFound();
        }

        var words = new AnswerWords(text);
        var numbers = await db.SessionPapers.Where(paper => paper.SessionId == session.Id && paper.QuizSlug == quiz.Slug).OrderBy(paper => paper.Number).Select(paper => paper.Number).Take(Most).ToListAsync(cancel);
        var opened = await open.RunAsync(session, numbers, cancel);
        var shown = await questionShelf.QuestionsAsync([.. opened.SelectMany(paper => paper.Items).Select(item => item.QuestionHash).Distinct(StringComparer.Ordinal)], cancel);
        var questions = await corrected.InAsync(quiz.Slug, shown, cancel);
        return View(new PaperKeysPage(session, [.. opened.Select(paper => (paper.Paper.Number, (IReadOnlyList<string>)[.. paper.Items.Select(item => RightOf(item, questions[item.QuestionHash], words))]))]));
    }

    private static string RightOf(PaperItem item, QuestionVersion question, AnswerWords words)
    {
        var view = new AnsweredView { Prompt = question.Prompt, Key = question.Key, Order = item.OptionOrder, Response = new Response.Unanswered(), Pictures = "" };
        var lines = words.Right(view, question.Key);
        return question.Prompt.IsChoice
            ? string.Concat(lines.Select(line => line.Label ?? line.Text))
            : string.Join("; ", lines.Select(line => $"{line.Label} {line.Text}".Trim()));
    }
}
