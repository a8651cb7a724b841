using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using TrainingHub.Account;
using TrainingHub.Courseware.Exchange;
using TrainingHub.People;

namespace TrainingHub.Questions.Imports;

/// <summary>What a person does with an import of questions: name its columns, choose what is taken beside nearly the same, let it be taken, stop it, go on, give it up.</summary>
[Route("questions/imports/{number}"), Require(Capability.ManageCourses)]
public sealed class QuestionImportStepsController(QuestionImportsQuery imports, NameColumns name, ChooseNear choose, MoveQuestionImport move, IStringLocalizer<QuestionImportsText> text) : Controller
{
    /// <summary>The part of the progress page that changes, for its module to put in place.</summary>
    [HttpGet("progress"), ResponseCache(NoStore = true)]
    public async Task<IActionResult> Progress(string number, CancellationToken cancel) =>
        await imports.FindAsync(number, cancel) is { } import ? PartialView("_QuestionProgress", import) : NotFound();

    /// <summary>Fields Columns, one for each column in their order.</summary>
    [HttpPost("columns")]
    public async Task<IActionResult> Columns(string number, [FromForm] ColumnsInput input, CancellationToken cancel)
    {
        if (await imports.FindAsync(number, cancel) is not { } import)
        {
            return NotFound();
        }

        if (import.State is not QuestionImportState.Columns)
        {
            return Redirect($"/questions/imports/{number}");
        }

        if (!ModelState.IsValid || input.Columns.Any(column => !Enum.IsDefined(column)) || !input.Columns.Contains(TableColumn.Stem) || !input.Columns.Contains(TableColumn.Answer))
        {
            return await RefuseAsync(import, "Columns_Missing", StatusCodes.Status422UnprocessableEntity, cancel);
        }

        await name.RunAsync(import.Id, input.Columns, cancel);
        return Redirect($"/questions/imports/{number}");
    }

    /// <summary>Takes questions beside those that are nearly the same, or not after all.</summary>
    [HttpPost("near")]
    public async Task<IActionResult> Near(string number, [FromForm] NearInput input, CancellationToken cancel)
    {
        if (await imports.FindAsync(number, cancel) is not { } import)
        {
            return NotFound();
        }

        if (!ModelState.IsValid || (!input.All && input.Sequences.Length is 0))
        {
            return await RefuseAsync(import, "Near_NothingChosen", StatusCodes.Status422UnprocessableEntity, cancel);
        }

        return await choose.RunAsync(import.Id, input.All ? null : input.Sequences, input.Taken, cancel)
            ? Redirect($"/questions/imports/{number}?tab={(input.Taken ? QuestionVerdict.Take : QuestionVerdict.Near)}")
            : await RefuseAsync(await imports.FindAsync(number, cancel) ?? import, "Moved", StatusCodes.Status409Conflict, cancel);
    }

    [HttpPost("application")]
    public Task<IActionResult> Take(string number, CancellationToken cancel) => MoveAsync(number, move.TakeAsync, cancel);

    [HttpPost("stoppage")]
    public Task<IActionResult> Stop(string number, CancellationToken cancel) => MoveAsync(number, async (id, token) => await move.StopAsync(id, token) || true, cancel);

    [HttpPost("abandonment")]
    public Task<IActionResult> Abandon(string number, CancellationToken cancel) => MoveAsync(number, move.AbandonAsync, cancel);

    private async Task<IActionResult> MoveAsync(string number, Func<Guid, CancellationToken, Task<bool>> step, CancellationToken cancel)
    {
        if (await imports.FindAsync(number, cancel) is not { } import)
        {
            return NotFound();
        }

        return await step(import.Id, cancel)
            ? Redirect($"/questions/imports/{number}")
            : await RefuseAsync(await imports.FindAsync(number, cancel) ?? import, "Moved", StatusCodes.Status409Conflict, cancel);
    }

    private async Task<ViewResult> RefuseAsync(QuestionImport import, string why, int status, CancellationToken cancel)
    {
        ModelState.Clear();
        ModelState.AddModelError("", text[why]);
        Response.StatusCode = status;
        var page = await imports.ShowAsync(import, null, isPictureList: false, 1, cancel);
        var view = import.State switch { QuestionImportState.Columns => "Columns", QuestionImportState.Receiving or QuestionImportState.Comparing or QuestionImportState.Taking => "Progress", _ => "Show" };
        return View($"/Questions/Imports/QuestionImports{view}.cshtml", page);
    }
}
