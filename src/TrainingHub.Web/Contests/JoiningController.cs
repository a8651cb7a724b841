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
        if (await find.ByCodeAsync(tidy, cancel) is { } contest)
        {
            return Redirect($"/contests/{contest.Code}");
        }

        if (find.IsGuessing)
        {
            Response.Headers.RetryAfter = "600";
            return Refuse(StatusCodes.Status429TooManyRequests, text["Join_TooMany"], tidy);
        }

        find.Missed();
        return Refuse(StatusCodes.Status422UnprocessableEntity, text["Join_Unknown"], tidy);
    }

    private ViewResult Refuse(int status, string why, string tidy)
    {
        Response.StatusCode = status;
        ModelState.AddModelError("code", why);
        return View("JoiningNew", tidy.Length > 12 ? tidy[..12] : tidy);
    }
}
