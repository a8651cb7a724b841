using System.Globalization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using TrainingHub.Hosting;

namespace TrainingHub.Account;

/// <summary>Signing in makes a session, signing out ends it.</summary>
[Route("account/session")]
public sealed class SessionController(
    SignInManager<UserAccount> signIn, FindAccount find, FailureLimiter limiter, KnownBrowsers known, PasswordQueue passwords, Installation installation, IStringLocalizer<AccountText> text) : Controller
{
    [HttpGet, Public]
    public async Task<IActionResult> New(string? returnTo, CancellationToken cancel) =>
        User.PersonId != Guid.Empty ? Redirect(Local(returnTo))
        : await installation.HasBegunAsync(cancel) ? View(new SignInInput { ReturnTo = returnTo })
        : View("NotBegun");

    [HttpPost, Public]
    public async Task<IActionResult> Create(SignInInput input, CancellationToken cancel)
    {
        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return View(nameof(New), input with { Password = "" });
        }

        var address = NetworkAddress.KeyOf(HttpContext.Connection.RemoteIpAddress);
        var account = await find.RunAsync(input.Who, cancel);
        if (limiter.IsClosed(address) && (account is null || !known.Knows(account.Id)))
        {
            Response.Headers.RetryAfter = "600";
            return Refuse(input, "SignIn_TooMany", StatusCodes.Status429TooManyRequests);
        }

        using var seat = await passwords.EnterAsync(cancel);
        if (seat is null)
        {
            Response.Headers.RetryAfter = PasswordQueue.RetryAfterSeconds.ToString(CultureInfo.InvariantCulture);
            return Refuse(input, "SignIn_Wait", StatusCodes.Status503ServiceUnavailable);
        }

        if (account is null)
        {
            // As slow as a wrong password, so that the time tells nobody who has an account.
            signIn.UserManager.PasswordHasher.HashPassword(NoOne, input.Password);
            limiter.Failed(address);
            return Refuse(input, "SignIn_Wrong", StatusCodes.Status422UnprocessableEntity);
        }

        var result = await signIn.PasswordSignInAsync(account, input.Password, isPersistent: true, lockoutOnFailure: true);
        if (result.Succeeded)
        {
            known.Remember(account.Id);
            return Redirect(Local(input.ReturnTo));
        }

        limiter.Failed(address);
        return Refuse(input, result.IsLockedOut ? "SignIn_Locked" : "SignIn_Wrong", StatusCodes.Status422UnprocessableEntity);
    }

    [HttpPost("end"), Require]
    public async Task<IActionResult> Delete()
    {
        await signIn.SignOutAsync();
        Response.Headers["Clear-Site-Data"] = "\"cache\", \"storage\"";
        return Redirect("/");
    }

    private static readonly UserAccount NoOne = new() { PersonId = Guid.Empty, ActivatedAt = DateTime.UnixEpoch };

    private ViewResult Refuse(SignInInput input, string why, int status)
    {
        Response.StatusCode = status;
        ModelState.AddModelError("", text[why]);
        return View(nameof(New), input with { Password = "" });
    }

    private string Local(string? returnTo) => Url.IsLocalUrl(returnTo) ? returnTo : "/";
}
