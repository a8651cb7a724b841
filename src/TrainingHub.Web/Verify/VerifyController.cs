using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using TrainingHub.Account;
using TrainingHub.Certificates;
using TrainingHub.Time;

namespace TrainingHub.Verify;

/// <summary>Whether a certificate is true: for anybody, without signing in.</summary>
[Route("verify")]
public sealed class VerifyController(VerifyQuery certificates, DayClock clock) : Controller
{
    [HttpGet, Public]
    public IActionResult New() => View(new VerifyInput());

    /// <summary>The form: leads to the page of a code, also from serial and name.</summary>
    [HttpPost, Public, EnableRateLimiting(VerifyLimit.Policy)]
    public async Task<IActionResult> Create(VerifyInput input, CancellationToken cancel)
    {
        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return View(nameof(New), input);
        }

        // A code is letters and digits, a serial never is: which of the two was typed needs no asking.
        var code = VerifyCode.Read(input.Number) ?? await certificates.CodeOfAsync(input.Number, input.Name, cancel);
        return code is null ? Unknown(input) : Redirect($"/verify/{code}");
    }

    [HttpGet("{code}"), Public, EnableRateLimiting(VerifyLimit.Policy)]
    public async Task<IActionResult> Show(string code, CancellationToken cancel)
    {
        if (await certificates.ByCodeAsync(code, cancel) is not { } facts)
        {
            return Unknown(new VerifyInput { Number = code.Length <= 100 ? code : "" });
        }

        var state = facts.StateOn(clock.Today);
        return View(new VerifyPage(facts, state, clock.InZone(clock.Now), clock.Zone.Id, facts.RevokedAt is { } revoked ? clock.DayOf(revoked) : null));
    }

    private ViewResult Unknown(VerifyInput input)
    {
        Response.StatusCode = StatusCodes.Status404NotFound;
        return View("VerifyUnknown", new UnknownPage(input, clock.InZone(clock.Now), clock.Zone.Id));
    }
}
