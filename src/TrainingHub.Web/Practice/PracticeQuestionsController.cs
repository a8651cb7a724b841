using System.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using TrainingHub.Account;
using TrainingHub.Questions;
using TrainingHub.Questions.Answers;

namespace TrainingHub.Practice;

/// <summary>Questions to practise, one at a time.</summary>
[Route("practice/questions")]
public sealed class PracticeQuestionsController(PracticeQuery practice, PersonalBank bank, AnswerPractice answer, ShownOrder orders) : Controller
{
    /// <summary>Leads to a question that matches.</summary>
    [HttpGet, Require]
    public async Task<IActionResult> Index(PracticeFilter filter, CancellationToken cancel)
    {
        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return View(new PracticeFilter());
        }

        return await practice.DrawAsync(User.PersonId, filter, cancel) is { } one ? Redirect(one.Address + filter.Query()) : View(filter);
    }

    [HttpGet("{course}/{question}"), Require]
    public async Task<IActionResult> Show(string course, string question, PracticeFilter filter, CancellationToken cancel) =>
        await bank.FindAsync(User.PersonId, course, question, cancel) is { } one ? View(AskedPage.Of(one, In(filter))) : await GapAsync(course, question, cancel);

    [HttpPost("{course}/{question}/answers"), Require]
    public async Task<IActionResult> Create(string course, string question, string[] choice, [FromQuery] PracticeFilter filter, CancellationToken cancel)
    {
        if (await bank.FindAsync(User.PersonId, course, question, cancel) is not { } one)
        {
            Response.StatusCode = StatusCodes.Status409Conflict;
            return await GapAsync(course, question, cancel);
        }

        var (text, order) = Sent(one.Question, choice);
        var outcome = await answer.RunAsync(User.PersonId, course, question, text, order, filter.Daily, cancel);
        switch (outcome)
        {
            case null:
                return NotFound();
            case PracticeOutcome.Kept kept:
                return Redirect($"/practice/answers/{kept.AnswerId}{In(filter).Query()}");
            case PracticeOutcome.Unreadable or PracticeOutcome.Enough:
                Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
                return View("PracticeQuestionsShow", AskedPage.Of(one, In(filter), text, order) with { IsEnough = outcome is PracticeOutcome.Enough });
            default:
                throw new UnreachableException();
        }
    }

    /// <summary>What was practised before and is not there any more is told in words.</summary>
    private async Task<IActionResult> GapAsync(string source, string question, CancellationToken cancel) =>
        await bank.FindGapAsync(User.PersonId, source, question, cancel) is var gap and not PracticeGap.None ? View("PracticeQuestionsGone", gap) : NotFound();

    /// <summary>Letters of choice are sent in the author's order; everything else as it was shown. An order that cannot be read makes the answer unreadable.</summary>
    private (string Text, IReadOnlyList<int>? Order) Sent(QuestionVersion question, string[] choice)
    {
        if (question.Prompt.IsChoice)
        {
            return (string.Concat(choice.Take(16)) is { Length: <= 16 } sent ? sent : "?", null);
        }

        if (!Request.HasFormContentType)
        {
            return ("", null);
        }

        var order = orders.Open(question, Request.Form["order"]);
        return (order is null ? "" : AnswerForm.Read(Request.Form, "1"), order);
    }

    /// <summary>What of the address is carried on: the course of the filter goes by the same name as the one of the path.</summary>
    private PracticeFilter In(PracticeFilter filter) => filter with { Course = Request.Query["course"] };
}
