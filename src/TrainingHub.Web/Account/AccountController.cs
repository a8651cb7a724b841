using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using TrainingHub.Hosting;
using TrainingHub.Storage;

namespace TrainingHub.Account;

/// <summary>The signed-in person's own page.</summary>
[Route("account")]
public sealed class AccountController(
    OwnAccountQuery own, Db db, UserManager<UserAccount> accounts, SignInManager<UserAccount> signIn, FailureLimiter limiter, PasswordQueue passwords, CurrentPerson current,
    IStringLocalizer<AccountText> text) : Controller
{
    [HttpGet, Require]
    public async Task<IActionResult> Show(bool changed, CancellationToken cancel)
    {
        ViewData["Changed"] = changed;
        return await own.RunAsync(cancel) is { } page ? View(page) : NotFound();
    }

    [HttpPost("password"), Require]
    public async Task<IActionResult> Update(PasswordInput input, CancellationToken cancel)
    {
        var address = NetworkAddress.KeyOf(HttpContext.Connection.RemoteIpAddress);
        if (limiter.IsClosed(address))
        {
            return await RefuseAsync("", "SignIn_TooMany", StatusCodes.Status429TooManyRequests, cancel);
        }

        var id = current.Id;
        var account = await db.Users.SingleOrDefaultAsync(u => u.PersonId == id, cancel);
        if (account is null)
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            return await RefuseAsync("", null, StatusCodes.Status422UnprocessableEntity, cancel);
        }

        using var seat = await passwords.EnterAsync(cancel);
        if (seat is null)
        {
            return await RefuseAsync("", "SignIn_Wait", StatusCodes.Status503ServiceUnavailable, cancel);
        }

        var result = await accounts.ChangePasswordAsync(account, input.Current, input.Password);
        if (result.Succeeded)
        {
            // The other sessions end with the changed stamp; this one goes on.
            await signIn.RefreshSignInAsync(account);
            return Redirect("/account?changed=true");
        }

        if (result.Errors.Any(error => string.Equals(error.Code, nameof(IdentityErrorDescriber.PasswordMismatch), StringComparison.Ordinal)))
        {
            limiter.Failed(address);
            return await RefuseAsync(nameof(input.Current), "Wrong_Password", StatusCodes.Status422UnprocessableEntity, cancel);
        }

        return await RefuseAsync(nameof(input.Password), "Weak_Password", StatusCodes.Status422UnprocessableEntity, cancel);
    }

    private async Task<IActionResult> RefuseAsync(string field, string? why, int status, CancellationToken cancel)
    {
        Response.StatusCode = status;
        if (why is not null)
        {
            ModelState.AddModelError(field, text[why]);
        }

        return await own.RunAsync(cancel) is { } page ? View(nameof(Show), page) : NotFound();
    }
}
