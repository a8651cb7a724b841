using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Mvc;

namespace TrainingHub.Account;

/// <summary>A fresh anti-forgery token for a page that stayed open longer than the one it came with.</summary>
[Route("account/token")]
public sealed class TokenController(IAntiforgery antiforgery) : Controller
{
    [HttpGet, Require, ResponseCache(NoStore = true)]
    public IActionResult Show() => Json(new { token = antiforgery.GetAndStoreTokens(HttpContext).RequestToken });
}
