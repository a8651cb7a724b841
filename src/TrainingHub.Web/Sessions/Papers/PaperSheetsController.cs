using System.Diagnostics;
using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Localization;
using TrainingHub.Account;
using TrainingHub.People;
using TrainingHub.Questions.Answers;

namespace TrainingHub.Sessions.Papers;

/// <summary>Typing in what stands on a paper: question by question, or its letters in one line.</summary>
[Route("sessions/{code}/papers/{number:int}"), Require(Capability.ManageSessions), ResponseCache(NoStore = true)]
public sealed class PaperSheetsController(FindSession find, OpenPaper open, PaperForms forms, KeepSheet keep, IStringLocalizer<PapersText> text) : Controller
{
    [HttpGet]
    public async Task<IActionResult> Edit(string code, int number, CancellationToken cancel) =>
        await FindAsync(code, number, cancel) is ({ } session, { } opened)
            ? View(await forms.RunAsync(session, opened, new SheetEntryInput { Version = opened.Sheets.Count }, answers: null, cancel))
            : NotFound();

    // A long paper has several fields for each question.
    [HttpPost, RequestFormLimits(ValueCountLimit = 16_384)]
    public async Task<IActionResult> Update(string code, int number, SheetEntryInput input, CancellationToken cancel)
    {
        if (!Request.HasFormContentType)
        {
            return BadRequest();
        }

        if (await FindAsync(code, number, cancel) is not ({ } session, { } opened))
        {
            return NotFound();
        }

        var answers = input.Absent ? new Dictionary<int, string>() : AnswersOf(opened, Request.Form);
        input = input with { Marks = MarksOf(opened, input, Request.Form) };
        return ModelState.IsValid ? await KeepAsync(session, opened, input, answers, cancel) : await RefuseAsync(session, opened, input, answers, null, StatusCodes.Status422UnprocessableEntity, cancel);
    }

    /// <summary>The quick form: one line of letters.</summary>
    [HttpPost("letters")]
    public async Task<IActionResult> UpdateLetters(string code, int number, SheetEntryInput input, CancellationToken cancel)
    {
        if (await FindAsync(code, number, cancel) is not ({ } session, { } opened))
        {
            return NotFound();
        }

        if (!ModelState.IsValid || !opened.IsChoiceOnly)
        {
            return await RefuseAsync(session, opened, input, null, ModelState.IsValid ? "Quick_NotHere" : null, StatusCodes.Status422UnprocessableEntity, cancel);
        }

        return LettersOf(opened, input.Letters, ModelState, text) is { } answers
            ? await KeepAsync(session, opened, input, answers, cancel)
            : await RefuseAsync(session, opened, input, null, null, StatusCodes.Status422UnprocessableEntity, cancel);
    }

    /// <summary>The answers of the quick form; null where its letters have faults, which are then said.</summary>
    internal static IReadOnlyDictionary<int, string>? LettersOf(OpenedPaper opened, string letters, ModelStateDictionary state, IStringLocalizer text)
    {
        switch (QuickLetters.Read(letters, [.. opened.Items.Select(item => (opened.Prompts[item.QuestionHash], item.OptionOrder))]))
        {
            case QuickOutcome.Read read:
                return read.Answers;
            case QuickOutcome.Refused refused:
                foreach (var fault in refused.Faults)
                {
                    state.AddModelError(nameof(SheetEntryInput.Letters), text[$"Quick_{fault.Kind}", fault.Number, opened.Items.Count]);
                }

                return null;
            default:
                throw new UnreachableException();
        }
    }

    internal static Dictionary<int, string> AnswersOf(OpenedPaper opened, IFormCollection form) =>
        opened.Items.ToDictionary(item => item.Number, item => AnswerForm.Read(form, item.Number.ToString(CultureInfo.InvariantCulture)));

    /// <summary>What was given for written answers, line by line of each rubric; of those of which no line was chosen nothing.</summary>
    internal static Dictionary<int, string> MarksOf(OpenedPaper opened, SheetEntryInput input, IFormCollection form) =>
        (from item in input.Absent ? [] : opened.Written
         let lines = form[string.Create(CultureInfo.InvariantCulture, $"given-{item.Number}")]
         where lines.Any(line => !string.IsNullOrEmpty(line))
         select KeyValuePair.Create(item.Number, string.Join(',', (IEnumerable<string?>)lines))).ToDictionary(pair => pair.Key, pair => pair.Value);

    internal static SheetWish WishOf(SheetEntryInput input, IReadOnlyDictionary<int, string> answers) => new(answers, input.Absent ? PaperMeans.Absent : PaperMeans.Paper, input.Version, input.Reason)
    {
        Marks = input.Marks ?? new Dictionary<int, string>(),
        Marker = input.Marker,
    };

    internal static void Say(ModelStateDictionary state, IStringLocalizer text, PaperMarksFault fault, IReadOnlyList<int> items) =>
        state.AddModelError(fault is PaperMarksFault.NoMarker ? nameof(SheetEntryInput.Marker) : "", text[$"Marks_{fault}", string.Join(text["Marks_And"].Value, items)]);

    private async Task<IActionResult> KeepAsync(TrainingSession session, OpenedPaper opened, SheetEntryInput input, IReadOnlyDictionary<int, string> answers, CancellationToken cancel)
    {
        switch (await keep.RunAsync(session, opened, WishOf(input, answers), cancel))
        {
            case KeepSheetOutcome.Kept:
                return Redirect($"/sessions/{session.Code}/papers/{opened.Paper.Number}");
            case KeepSheetOutcome.Changed:
                // What is there now is shown, with the right version: what was typed stays in the form.
                return await FindAsync(session.Code, opened.Paper.Number, cancel) is ({ } now, { } again)
                    ? await RefuseAsync(now, again, input with { Version = again.Sheets.Count }, answers, "Changed", StatusCodes.Status409Conflict, cancel)
                    : NotFound();
            case KeepSheetOutcome.Over:
                return await RefuseAsync(session, opened, input, answers, "Over", StatusCodes.Status409Conflict, cancel);
            case KeepSheetOutcome.Entered:
                return await RefuseAsync(session, opened, input, answers, "Entered", StatusCodes.Status409Conflict, cancel);
            case KeepSheetOutcome.NoReason:
                ModelState.AddModelError(nameof(input.Reason), text[input.Absent ? "Required_AbsenceReason" : "Required_Reason"]);
                return await RefuseAsync(session, opened, input, answers, null, StatusCodes.Status422UnprocessableEntity, cancel);
            case KeepSheetOutcome.MarksRefused(var fault, var items):
                Say(ModelState, text, fault, items);
                return await RefuseAsync(session, opened, input, answers, null, StatusCodes.Status422UnprocessableEntity, cancel);
            case KeepSheetOutcome.Refused refused:
                foreach (var item in refused.Numbers)
                {
                    ModelState.AddModelError($"q{item}", text["Refused", item]);
                }

                return await RefuseAsync(session, opened, input, answers, null, StatusCodes.Status422UnprocessableEntity, cancel, refused.Numbers);
            default:
                throw new UnreachableException();
        }
    }

    private async Task<IActionResult> RefuseAsync(
        TrainingSession session, OpenedPaper opened, SheetEntryInput input, IReadOnlyDictionary<int, string>? answers, string? key, int status, CancellationToken cancel, IReadOnlyList<int>? refused = null)
    {
        if (key is not null)
        {
            // The fields show what stands now, not what was sent.
            ModelState.Clear();
            ModelState.AddModelError("", text[key]);
        }

        Response.StatusCode = status;
        return View("PaperSheetsEdit", await forms.RunAsync(session, opened, input, answers, cancel, refused));
    }

    private async Task<(TrainingSession Session, OpenedPaper Opened)?> FindAsync(string code, int number, CancellationToken cancel) =>
        await find.KeptAsync(code, cancel) is { } session && await open.RunAsync(session, number, cancel) is { } opened ? (session, opened) : null;
}
