using System.Diagnostics;
using System.Globalization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using TrainingHub.Hosting;

namespace TrainingHub.Account;

/// <summary>Setting a password with a printed code.</summary>
[Route("account/activation")]
public sealed class ActivationController(
    ActivateAccount activate, SignInManager<UserAccount> signIn, FailureLimiter limiter, KnownBrowsers known, PasswordQueue passwords, IStringLocalizer<AccountText> text) : Controller
{
    [HttpGet, Public]
    public IActionResult New(string? code)
    {
        // The code must not travel on in a Referer, nor stay in a shared cache.
        Response.Headers["Referrer-Policy"] = "no-referrer";
        Response.Headers.CacheControl = "no-store";
        return View(new ActivationInput { Code = code ?? "" });
    }

    [HttpPost, Public]
    public async Task<IActionResult> Create(ActivationInput input, CancellationToken cancel)
    {
        var address = NetworkAddress.KeyOf(HttpContext.Connection.RemoteIpAddress);
        if (limiter.IsClosed(address))
        {
            Response.Headers.RetryAfter = "600";
            return Refuse(input, "", text["SignIn_TooMany"], StatusCodes.Status429TooManyRequests);
        }

        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return View(nameof(New), Emptied(input));
        }

        using var seat = await passwords.EnterAsync(cancel);
        if (seat is null)
        {
            Response.Headers.RetryAfter = PasswordQueue.RetryAfterSeconds.ToString(CultureInfo.InvariantCulture);
            return Refuse(input, "", text["SignIn_Wait"], StatusCodes.Status503ServiceUnavailable);
        }

        switch (await activate.RunAsync(input.Code, input.Digits, input.Password, cancel))
        {
            case ActivationOutcome.Done { Account: var account }:
                await signIn.SignInAsync(account, isPersistent: true);
                known.Remember(account.Id);
                return Redirect("/");
            case ActivationOutcome.NoSlip:
                limiter.Failed(address);
                return Refuse(input, nameof(input.Code), text["Activation_NoSlip"]);
            case ActivationOutcome.WrongDigits { Left: var left }:
                limiter.Failed(address);
                return Refuse(input, nameof(input.Digits), left > 0 ? text["Activation_WrongDigits", left] : text["Activation_Ended"]);
            case ActivationOutcome.NoPhone:
                return Refuse(input, nameof(input.Digits), text["Activation_NoPhone"]);
            case ActivationOutcome.WeakPassword:
                return Refuse(input, nameof(input.Password), text["Weak_Password"]);
            default:
                throw new UnreachableException();
        }
    }

    private ViewResult Refuse(ActivationInput input, string field, string why, int status = StatusCodes.Status422UnprocessableEntity)
    {
        Response.StatusCode = status;
        ModelState.AddModelError(field, why);
        return View(nameof(New), Emptied(input));
    }

    private static ActivationInput Emptied(ActivationInput input) => input with { Password = "", Again = "" };
}
