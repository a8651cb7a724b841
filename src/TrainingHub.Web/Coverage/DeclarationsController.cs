using System.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using TrainingHub.Account;
using TrainingHub.People;

namespace TrainingHub.Coverage;

/// <summary>What a unit says of its posts.</summary>
[Route("organizations/{code}/declarations")]
public sealed class DeclarationsController(
    DeclarationsQuery declarations, DeclarePosition declare, ConfirmDeclaration confirm, TurnOfDay turn, IStringLocalizer<CoverageText> text) : Controller
{
    [HttpGet, Require(Capability.ReadCoverage)]
    public Task<IActionResult> Show(string code, CancellationToken cancel) => ShowAsync(code, null, cancel);

    [HttpPost, Require(Capability.DeclarePositions)]
    public async Task<IActionResult> Create(string code, DeclarationInput input, CancellationToken cancel) =>
        !ModelState.IsValid
            ? await RefuseAsync(code, input, StatusCodes.Status422UnprocessableEntity, cancel)
            : await AnswerAsync(code, input, await declare.RunAsync(code, input, cancel), cancel);

    [HttpPost("{id:guid}/confirmation"), Require(Capability.ConfirmDeclarations)]
    public async Task<IActionResult> Confirm(string code, Guid id, CancellationToken cancel) =>
        await AnswerAsync(code, null, await confirm.RunAsync(code, id, cancel), cancel);

    private async Task<IActionResult> AnswerAsync(string code, DeclarationInput? input, DeclareOutcome outcome, CancellationToken cancel)
    {
        switch (outcome)
        {
            case DeclareOutcome.Declared:
                return RedirectToAction(nameof(Show), new { code });
            case DeclareOutcome.NotFound:
                return NotFound();
            case DeclareOutcome.HasHolders:
                ModelState.AddModelError("", text["Declare_HasHolders"]);
                return await RefuseAsync(code, input, StatusCodes.Status422UnprocessableEntity, cancel);
            case DeclareOutcome.NotAsked:
                ModelState.AddModelError("", text["Declare_NotAsked"]);
                return await RefuseAsync(code, input, StatusCodes.Status422UnprocessableEntity, cancel);
            case DeclareOutcome.Changed:
                ModelState.AddModelError("", text["Changed"]);
                return await RefuseAsync(code, input, StatusCodes.Status409Conflict, cancel);
            default:
                throw new UnreachableException();
        }
    }

    private async Task<IActionResult> RefuseAsync(string code, DeclarationInput? input, int status, CancellationToken cancel)
    {
        var answer = await ShowAsync(code, input, cancel);
        if (answer is ViewResult view)
        {
            view.StatusCode = status;
        }

        return answer;
    }

    private async Task<IActionResult> ShowAsync(string code, DeclarationInput? input, CancellationToken cancel)
    {
        await turn.EnsureAsync(cancel);
        return await declarations.FindAsync(code, cancel) is { } page ? View(nameof(Show), page with { Input = input }) : NotFound();
    }
}
