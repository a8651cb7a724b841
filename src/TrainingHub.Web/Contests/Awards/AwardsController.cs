using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using TrainingHub.Account;
using TrainingHub.People;

namespace TrainingHub.Contests.Awards;

/// <summary>The prizes of a contest, for who holds it: proposed, confirmed, and certificates revoked.</summary>
[Route("contests/{code}/prizes"), Route("contests/{kind:regex(^(open|speeches)$)}/{code}/prizes"), Require(Capability.ManageQuizzes)]
public sealed class AwardsController(FindPrizes find, PrizesQuery prizes, GiveAwards give, RevokeAward revoke, IStringLocalizer<AwardsText> text) : Controller
{
    [HttpGet]
    public async Task<IActionResult> Index(string? kind, string code, CancellationToken cancel) =>
        await find.RunAsync(kind, code, cancel) is { } list ? View(await prizes.RunAsync(list, null, cancel)) : NotFound();

    [HttpPost, RequestFormLimits(ValueCountLimit = 4096)]
    public async Task<IActionResult> Create(string? kind, string code, AwardsInput input, CancellationToken cancel)
    {
        if (await find.RunAsync(kind, code, cancel) is not { } list)
        {
            return NotFound();
        }

        if (list.Lines is null)
        {
            return await RefuseAsync(list, "", "Told_NotFinal", StatusCodes.Status409Conflict, input.Reason, cancel);
        }

        var page = await prizes.RunAsync(list, input.Reason, cancel);
        var open = (page.Rows ?? []).Where(row => row.Award is null).ToList();
        return !ModelState.IsValid ? await RefuseAsync(list, null, "", StatusCodes.Status422UnprocessableEntity, input.Reason, cancel)
            : open.Count is 0 ? await RefuseAsync(list, "", "Told_Decided", StatusCodes.Status409Conflict, input.Reason, cancel)
            : input.Reason is null && open.Any(row => !input.People.Contains(row.Line.PersonId)) ? await RefuseAsync(list, nameof(input.Reason), "Required_Reason", StatusCodes.Status422UnprocessableEntity, null, cancel)
            : await GiveAsync(list, input, cancel);
    }

    [HttpPost("{award:guid}/revocation"), Require(Capability.RevokeRecords)]
    public async Task<IActionResult> Revoke(string? kind, string code, Guid award, AwardRevocationInput input, CancellationToken cancel)
    {
        if (await find.RunAsync(kind, code, cancel) is not { } list || !await prizes.MayRevokeAsync(list, cancel))
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            return await RefuseAsync(list, null, "", StatusCodes.Status422UnprocessableEntity, null, cancel);
        }

        return await revoke.RunAsync(list.ContestId, award, input.Reason, cancel) switch
        {
            null => NotFound(),
            true => Redirect($"{list.Path}/prizes"),
            false => await RefuseAsync(list, "", "Told_Revoked", StatusCodes.Status409Conflict, null, cancel),
        };
    }

    private async Task<IActionResult> GiveAsync(PrizeList list, AwardsInput input, CancellationToken cancel)
    {
        await give.RunAsync(list, input.People, input.Reason, cancel);
        return Redirect($"{list.Path}/prizes");
    }

    private async Task<IActionResult> RefuseAsync(PrizeList list, string? field, string key, int status, string? reason, CancellationToken cancel)
    {
        if (field is not null)
        {
            ModelState.AddModelError(field, text[key]);
        }

        Response.StatusCode = status;
        return View("AwardsIndex", await prizes.RunAsync(list, reason, cancel));
    }
}
