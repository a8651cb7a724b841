using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using TrainingHub.Account;

namespace TrainingHub.Contests;

/// <summary>Where the code is typed that the hall shows, by who cannot scan it.</summary>
[Route("contests/joining")]
public sealed class JoiningController(FindContest find, IStringLocalizer<ContestsText> text) : Controller
{
    [HttpGet, Public]
    public IActionResult New() => View(model: "");

    [HttpPost, Public]
    public async Task<IActionResult> Create(string? code, CancellationToken cancel)
    {
        var tidy = FindContest.Tidy(code);
        if (!find.IsGuessing && await find.ByCodeAsync(tidy, cancel) is { } contest)
        {
            return Redirect($"/contests/{contest.Code}");
        }

        Response.StatusCode = find.IsGuessing ? StatusCodes.Status429TooManyRequests : StatusCodes.Status422UnprocessableEntity;
        ModelState.AddModelError("code", text[find.IsGuessing ? "Join_TooMany" : "Join_Unknown"]);
        find.Missed();
        return View("JoiningNew", tidy.Length > 12 ? tidy[..12] : tidy);
    }
}
