using System.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using TrainingHub.Account;
using TrainingHub.People;
using TrainingHub.Storage;

namespace TrainingHub.Questions;

/// <summary>The way of a question: review, back, published, retired, and into another bank.</summary>
[Route("questions/{id:guid}"), Require(Capability.ManageCourses), LostRace]
public sealed class QuestionStepsController(Banks banks, QuestionQuery one, MoveQuestion move, TakeQuestions take, IStringLocalizer<QuestionsText> text) : Controller
{
    [HttpPost("submission")]
    public Task<IActionResult> Submit(Guid id, int revision, CancellationToken cancel) => MoveAsync(id, BankStep.Submit, "", revision, cancel);

    [HttpPost("publication")]
    public Task<IActionResult> Publish(Guid id, int revision, CancellationToken cancel) => MoveAsync(id, BankStep.Publish, "", revision, cancel);

    [HttpPost("return")]
    public Task<IActionResult> GiveBack(Guid id, [FromForm] string? remark, int revision, CancellationToken cancel) => MoveAsync(id, BankStep.GiveBack, BankWords.Line(remark), revision, cancel);

    [HttpPost("retirement")]
    public Task<IActionResult> Retire(Guid id, int revision, CancellationToken cancel) => MoveAsync(id, BankStep.Retire, "", revision, cancel);

    [HttpPost("restoration")]
    public Task<IActionResult> Restore(Guid id, int revision, CancellationToken cancel) => MoveAsync(id, BankStep.Restore, "", revision, cancel);

    /// <summary>Takes a question that one reads into a bank in which one writes, as a draft of its own.</summary>
    /// <param name="id">Of the question.</param>
    /// <param name="unit">Full name or code of the unit.</param>
    /// <param name="anyway">Whether also beside one that is nearly the same.</param>
    /// <param name="cancel">Stops the work.</param>
    [HttpPost("copies")]
    public async Task<IActionResult> Copy(Guid id, [FromForm] string? unit, [FromForm] bool anyway, CancellationToken cancel)
    {
        if (await banks.FindAsync(id, cancel) is not { } question)
        {
            return NotFound();
        }

        if (await banks.FindUnitAsync(unit, cancel) is not { } owner)
        {
            return await RefuseAsync(question, "unit", "Unit_NotFound", StatusCodes.Status422UnprocessableEntity, cancel);
        }

        var kept = await one.KeptAsync(question, cancel);
        var taken = await take.RunAsync(owner, folderId: null, [new IncomingQuestion(kept.Question, kept.Tags, kept.Points, kept.Source) { Origin = question.Origin ?? question.QuestionId, IsTakenBesideTwin = anyway }], User.PersonId, cancel);
        return taken[0] switch
        {
            TakenQuestion.Added added => Redirect($"/questions/{added.Id}"),
            TakenQuestion.AlreadyThere there => await RefuseCopyAsync(question, BankWords.Line(unit), there, cancel),
            TakenQuestion.Refused refused => await RefuseAsync(question, "", $"Refusal_{refused.Reason}", StatusCodes.Status422UnprocessableEntity, cancel),
            _ => throw new UnreachableException(),
        };
    }

    private async Task<ViewResult> RefuseCopyAsync(BankQuestion question, string unit, TakenQuestion.AlreadyThere there, CancellationToken cancel)
    {
        ModelState.Clear();
        ModelState.AddModelError("unit", text[there.IsTwin ? "Question_Near" : "Question_Same"]);
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        var twin = await (await banks.QuestionsAsync(cancel)).Where(other => other.QuestionId == there.QuestionId).Select(other => (Guid?)other.Id).SingleOrDefaultAsync(cancel);
        var page = await one.ShowAsync(question, null, null, cancel);
        return View("QuestionsShow", page with { CopyUnit = unit, CopyTwin = twin is { } id ? (id, there.QuestionId, there.IsTwin) : null });
    }

    private async Task<IActionResult> MoveAsync(Guid id, BankStep step, string remark, int revision, CancellationToken cancel)
    {
        if (await banks.FindAsync(id, cancel) is not { } question || !await banks.MayEditAsync(question.OwnerId, cancel))
        {
            return NotFound();
        }

        if (remark.Length > BankQuestion.LongestRemark)
        {
            return await RefuseAsync(question, "remark", "Remark_TooLong", StatusCodes.Status422UnprocessableEntity, cancel);
        }

        return await move.RunAsync(id, step, remark, revision, cancel) switch
        {
            BankStepOutcome.Done => Redirect($"/questions/{id}"),
            BankStepOutcome.Refused { Reason: BankStepRefusal.Moved } => await RefuseAsync(question, "", "Question_Overtaken", StatusCodes.Status409Conflict, cancel),
            BankStepOutcome.Refused refused => await RefuseAsync(
                question, refused.Reason is BankStepRefusal.RemarkMissing ? "remark" : "", $"Step_{refused.Reason}", StatusCodes.Status422UnprocessableEntity, cancel),
            _ => throw new UnreachableException(),
        };
    }

    private async Task<ViewResult> RefuseAsync(BankQuestion question, string field, string why, int status, CancellationToken cancel)
    {
        ModelState.Clear();
        ModelState.AddModelError(field, text[why, question.QuestionId]);
        Response.StatusCode = status;
        return View("QuestionsShow", await one.ShowAsync(await banks.FindAsync(question.Id, cancel) ?? question, null, null, cancel));
    }
}
