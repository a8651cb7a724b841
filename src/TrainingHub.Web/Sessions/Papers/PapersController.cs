using System.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using TrainingHub.Account;
using TrainingHub.People;
using TrainingHub.Questions;
using TrainingHub.Quizzes;
using TrainingHub.Storage;

namespace TrainingHub.Sessions.Papers;

/// <summary>The examination of a session on paper: drawing and printing papers, and certificates. Nothing here tells a key.</summary>
[Route("sessions/{code}/papers"), Require(Capability.ManageSessions)]
public sealed class PapersController(
    Db db, FindSession find, PapersQuery papers, DrawPapers draw, OpenPaper open, PaperForms forms, CurrentPerson current, IStringLocalizer<PapersText> text) : Controller
{
    /// <summary>Papers printed in one go.</summary>
    private const int MostPrinted = 100;

    [HttpGet]
    public async Task<IActionResult> Index(string code, ParticipantsFilter filter, int? number, CancellationToken cancel)
    {
        if (await find.KeptAsync(code, cancel) is not { } session)
        {
            return NotFound();
        }

        if (number is null && ModelState.IsValid)
        {
            return View(await papers.RunAsync(session, filter, cancel));
        }

        return number is { } wanted && await open.RunAsync(session, wanted, cancel) is not null
            ? Redirect($"/sessions/{session.Code}/papers/{wanted}")
            : await RefuseAsync(session, "Number_Unknown", StatusCodes.Status422UnprocessableEntity, cancel);
    }

    /// <param name="code">The session.</param>
    /// <param name="people">Rows of the list; none: everybody who has no paper.</param>
    /// <param name="then"><c>sitting</c> goes on to answering on this device.</param>
    /// <param name="cancel">Ends it.</param>
    [HttpPost]
    public async Task<IActionResult> Create(string code, List<Guid> people, string? then, CancellationToken cancel)
    {
        if (await find.KeptAsync(code, cancel) is not { } session)
        {
            return NotFound();
        }

        return !ModelState.IsValid ? await RefuseAsync(session, "Draw_None", StatusCodes.Status422UnprocessableEntity, cancel)
            : await draw.RunAsync(session, people.Count > 0 ? people : null, cancel) switch
            {
                DrawPapersOutcome.Drawn { Numbers: [var only] } when string.Equals(then, "sitting", StringComparison.Ordinal) => Redirect($"/sessions/{session.Code}/papers/{only}/sitting"),
                DrawPapersOutcome.Drawn { Numbers.Count: > 0 } drawn => Redirect($"/sessions/{session.Code}/papers{(drawn.Refused > 0 ? $"?refused={drawn.Refused}" : "")}"),
                DrawPapersOutcome.Drawn { Refused: > 0 } => await RefuseAsync(session, "Draw_Refused", StatusCodes.Status409Conflict, cancel),
                DrawPapersOutcome.Drawn => await RefuseAsync(session, "Draw_None", StatusCodes.Status409Conflict, cancel),
                DrawPapersOutcome.Over => await RefuseAsync(session, "Over", StatusCodes.Status409Conflict, cancel),
                DrawPapersOutcome.NoQuiz => await RefuseAsync(session, "NoQuiz", StatusCodes.Status409Conflict, cancel),
                DrawPapersOutcome.BankTooSmall => await RefuseAsync(session, "Draw_TooSmall", StatusCodes.Status409Conflict, cancel),
                DrawPapersOutcome.MarkedTwice => await RefuseAsync(session, "Draw_MarkedTwice", StatusCodes.Status409Conflict, cancel),
                _ => throw new UnreachableException(),
            };
    }

    /// <summary>Papers on which nothing was typed in yet, each from a page of its own.</summary>
    /// <param name="code">The session.</param>
    /// <param name="from">The first number (included).</param>
    /// <param name="cancel">Ends it.</param>
    [HttpGet("printout"), ResponseCache(NoStore = true)]
    public async Task<IActionResult> Printout(string code, int from, CancellationToken cancel)
    {
        if (!ModelState.IsValid || await find.KeptAsync(code, cancel) is not { } session)
        {
            return NotFound();
        }

        var personId = current.Id;
        var numbers = await db.SessionPapers
            .Where(paper => paper.SessionId == session.Id && paper.Number >= from && !db.PaperSheets.Any(sheet => sheet.PaperId == paper.Id)
                && !db.Participants.Any(own => own.Id == paper.ParticipantId && own.PersonId == personId))
            .OrderBy(paper => paper.Number).Select(paper => paper.Number).Take(MostPrinted + 1).ToListAsync(cancel);
        var printed = new List<(OpenedPaper, PaperPage)>();
        foreach (var opened in await open.RunAsync(session, numbers.Take(MostPrinted).ToList(), cancel))
        {
            printed.Add((opened, await forms.PrintedAsync(session, opened, cancel)));
        }

        return View("PapersPrintout", new PrintoutPage(session, printed, numbers.Count > MostPrinted ? numbers[MostPrinted] : null));
    }

    [HttpGet("{number:int}/pictures/{file:length(64)}"), ResponseCache(NoStore = true)]
    public async Task<IActionResult> Picture(string code, int number, string file, [FromServices] QuestionPictureQuery pictures, CancellationToken cancel) =>
        await find.KeptAsync(code, cancel) is { } session && await open.RunAsync(session, number, cancel) is { } opened
        && opened.Prompts.Values.SelectMany(prompt => prompt.AllPictures).FirstOrDefault(picture => string.Equals(picture.File, file, StringComparison.Ordinal)) is { } shown
        && await pictures.RunAsync(shown.File, cancel) is { } bytes
            ? File(bytes, shown.Type)
            : NotFound();

    private async Task<IActionResult> RefuseAsync(TrainingSession session, string key, int status, CancellationToken cancel)
    {
        ModelState.Clear();
        ModelState.AddModelError("", text[key]);
        Response.StatusCode = status;
        return View("PapersIndex", await papers.RunAsync(session, new ParticipantsFilter(), cancel));
    }
}
