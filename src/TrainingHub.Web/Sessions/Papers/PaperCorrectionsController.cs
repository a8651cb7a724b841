using System.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using TrainingHub.Account;
using TrainingHub.People;

namespace TrainingHub.Sessions.Papers;

/// <summary>Correcting a paper after its session was closed: first what that changes, then the ledger. Both take the fields of the form for typing it in.</summary>
[Route("sessions/{code}/papers/{number:int}/correction"), Require(Capability.ManageSessions), ResponseCache(NoStore = true), RequestFormLimits(ValueCountLimit = 16_384)]
public sealed class PaperCorrectionsController(FindSession find, OpenPaper open, PaperForms forms, CorrectPaper correct, IStringLocalizer<PapersText> text) : Controller
{
    /// <summary>What it would change: written down that somebody looked, else nothing.</summary>
    [HttpPost]
    public Task<IActionResult> Show(string code, int number, SheetEntryInput input, CancellationToken cancel) => RunAsync(code, number, input, applies: false, cancel);

    [HttpPost("application")]
    public Task<IActionResult> Create(string code, int number, SheetEntryInput input, CancellationToken cancel) => RunAsync(code, number, input, applies: true, cancel);

    private async Task<IActionResult> RunAsync(string code, int number, SheetEntryInput input, bool applies, CancellationToken cancel)
    {
        if (!Request.HasFormContentType)
        {
            return BadRequest();
        }

        if (await find.KeptAsync(code, cancel) is not { } session || await open.RunAsync(session, number, cancel) is not { } opened)
        {
            return NotFound();
        }

        input = input with { Marks = PaperSheetsController.MarksOf(opened, input, Request.Form) };
        return ModelState.IsValid && AnswersOf(opened, input) is { } answers
            ? await AnswerAsync(session, opened, input, answers, applies, cancel)
            : await RefuseAsync(session, opened, input, null, null, StatusCodes.Status422UnprocessableEntity, cancel);
    }

    /// <summary>Of the quick form its letters; null where they have faults.</summary>
    private IReadOnlyDictionary<int, string>? AnswersOf(OpenedPaper opened, SheetEntryInput input)
    {
        if (input.Absent)
        {
            return new Dictionary<int, string>();
        }

        if (!Request.Form.ContainsKey(nameof(input.Letters)))
        {
            return PaperSheetsController.AnswersOf(opened, Request.Form);
        }

        if (opened.IsChoiceOnly)
        {
            return PaperSheetsController.LettersOf(opened, input.Letters, ModelState, text);
        }

        ModelState.AddModelError("", text["Quick_NotHere"]);
        return null;
    }

    private async Task<IActionResult> AnswerAsync(
        TrainingSession session, OpenedPaper opened, SheetEntryInput input, IReadOnlyDictionary<int, string> answers, bool applies, CancellationToken cancel)
    {
        switch (await correct.RunAsync(session, opened, PaperSheetsController.WishOf(input, answers), applies, cancel))
        {
            case CorrectPaperOutcome.Foreseen(var what):
                return View("PaperCorrectionsShow", new PaperCorrectionPage(await forms.RunAsync(session, opened, input, answers, cancel), what, FieldsOf(Request.Form)));
            case CorrectPaperOutcome.Corrected:
                return Redirect($"/sessions/{session.Code}/papers/{opened.Paper.Number}");
            case CorrectPaperOutcome.Changed:
                // What is there now is shown, with the right version: what was typed stays in the form.
                return await find.KeptAsync(session.Code, cancel) is { } now && await open.RunAsync(now, opened.Paper.Number, cancel) is { } again
                    ? await RefuseAsync(now, again, input with { Version = again.Sheets.Count }, answers, "Changed", StatusCodes.Status409Conflict, cancel)
                    : NotFound();
            case CorrectPaperOutcome.NoReason:
                ModelState.AddModelError(nameof(input.Reason), text["Required_Reason"]);
                return await RefuseAsync(session, opened, input, answers, null, StatusCodes.Status422UnprocessableEntity, cancel);
            case CorrectPaperOutcome.Refused refused:
                foreach (var item in refused.Numbers)
                {
                    ModelState.AddModelError($"q{item}", text["Refused", item]);
                }

                return await RefuseAsync(session, opened, input, answers, null, StatusCodes.Status422UnprocessableEntity, cancel, refused.Numbers);
            case CorrectPaperOutcome.MarksRefused(var fault, var items):
                PaperSheetsController.Say(ModelState, text, fault, items);
                return await RefuseAsync(session, opened, input, answers, null, StatusCodes.Status422UnprocessableEntity, cancel);
            case CorrectPaperOutcome.Waiting:
                return await RefuseAsync(session, opened, input, answers, "Correct_Waiting", StatusCodes.Status409Conflict, cancel);
            case CorrectPaperOutcome.NotClosed:
                return await RefuseAsync(session, opened, input, answers, "Correct_NotClosed", StatusCodes.Status409Conflict, cancel);
            case CorrectPaperOutcome.Same:
                return await RefuseAsync(session, opened, input, answers, "Correct_Same", StatusCodes.Status422UnprocessableEntity, cancel);
            case CorrectPaperOutcome.Answering:
                return await RefuseAsync(session, opened, input, answers, "Correct_Answering", StatusCodes.Status409Conflict, cancel);
            case CorrectPaperOutcome.TooOften:
                return await RefuseAsync(session, opened, input, answers, "Correct_TooOften", StatusCodes.Status409Conflict, cancel);
            case CorrectPaperOutcome.Late(var hasProof):
                return await RefuseAsync(session, opened, input, answers, hasProof ? "Correct_Above" : "Correct_NoProof", StatusCodes.Status409Conflict, cancel);
            default:
                throw new UnreachableException();
        }
    }

    /// <summary>What was sent, to be sent again with the word to do it.</summary>
    private static List<(string Name, string Value)> FieldsOf(IFormCollection form) =>
        [.. form.Where(field => !field.Key.StartsWith("__", StringComparison.Ordinal)).SelectMany(field => field.Value, (field, value) => (field.Key, value ?? ""))];

    private async Task<IActionResult> RefuseAsync(
        TrainingSession session, OpenedPaper opened, SheetEntryInput input, IReadOnlyDictionary<int, string>? answers, string? key, int status, CancellationToken cancel, IReadOnlyList<int>? refused = null)
    {
        if (key is not null)
        {
            // The fields show what stands now, not what was sent.
            ModelState.Clear();
            ModelState.AddModelError("", text[key, CorrectPaper.MostLooks]);
        }

        Response.StatusCode = status;
        return View("PaperSheetsEdit", await forms.RunAsync(session, opened, input, answers, cancel, refused));
    }
}
