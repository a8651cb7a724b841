using Microsoft.AspNetCore.Localization;
using Microsoft.AspNetCore.Mvc;
using TrainingHub.Account;

namespace TrainingHub.Home;

/// <summary>The visitor's choice of language, kept in a cookie for a year.</summary>
[Route("language/{name}")]
public sealed class LanguageController : Controller
{
    [HttpGet, Public]
    public IActionResult Show(string name, string? returnTo)
    {
        if (name is not ("zh-Hans" or "en"))
        {
            return NotFound();
        }

        Response.Cookies.Append("th-language", CookieRequestCultureProvider.MakeCookieValue(new RequestCulture(name)), new CookieOptions
        {
            MaxAge = TimeSpan.FromDays(365),
            SameSite = SameSiteMode.Lax,
            HttpOnly = true,
            IsEssential = true,
        });
        return Redirect(Url.IsLocalUrl(returnTo) ? returnTo : "/");
    }
}
