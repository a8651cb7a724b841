using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using TrainingHub.Account;

namespace TrainingHub.Notices;

/// <summary>How the reader is told.</summary>
[Route("notices/settings"), Require]
public sealed class SettingsController(SettingsQuery settings, ChangeMailbox mailbox, ChannelSettings channels, IStringLocalizer<NoticesText> text) : Controller
{
    [HttpGet]
    public async Task<IActionResult> Show(CancellationToken cancel) => View(await settings.RunAsync(cancel));

    /// <summary>Names an address; a code goes there.</summary>
    [HttpPost("address")]
    public async Task<IActionResult> Update(AddressInput input, CancellationToken cancel)
    {
        if (channels.Mail is null)
        {
            // Without a mail server the page has no such form.
            return NotFound();
        }

        if (ModelState.IsValid && !input.IsAddress)
        {
            ModelState.AddModelError(nameof(input.Address), text["Wrong_Address"]);
        }

        if (ModelState.IsValid)
        {
            if (await mailbox.AskAsync(input.Address, cancel))
            {
                return Redirect("/notices/settings");
            }

            ModelState.AddModelError(nameof(input.Address), text["TooSoon"]);
        }

        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return View("SettingsShow", await settings.RunAsync(cancel) with { Address = input });
    }

    /// <summary>Proves it.</summary>
    [HttpPost("confirmation")]
    public async Task<IActionResult> Confirm(CodeInput input, CancellationToken cancel)
    {
        if (ModelState.IsValid && await mailbox.ConfirmAsync(input.Code, cancel))
        {
            return Redirect("/notices/settings");
        }

        if (ModelState.IsValid)
        {
            ModelState.AddModelError(nameof(input.Code), text["Wrong_Code"]);
        }

        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return View("SettingsShow", await settings.RunAsync(cancel) with { Code = input });
    }

    [HttpPost("removal")]
    public async Task<IActionResult> Remove(CancellationToken cancel)
    {
        await mailbox.RemoveAsync(cancel);
        return Redirect("/notices/settings");
    }
}
