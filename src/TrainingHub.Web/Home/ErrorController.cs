using System.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using TrainingHub.Account;

namespace TrainingHub.Home;

/// <summary>What the visitor sees instead of an empty error.</summary>
[Route("error/{status:int}")]
[IgnoreAntiforgeryToken]
public sealed class ErrorController : Controller
{
    [Public, HttpGet, HttpPost, HttpPut, HttpDelete, HttpPatch, ResponseCache(NoStore = true)]
    public IActionResult Show(int status)
    {
        Response.StatusCode = status is >= 400 and < 600 ? status : 404;
        // Eight characters are enough to find the request in the log, and to read out on the phone.
        var number = (Activity.Current?.TraceId.ToString() ?? HttpContext.TraceIdentifier).ToUpperInvariant();
        return View(new ErrorPage(Response.StatusCode, $"{number[..4]}-{number[4..8]}"));
    }
}
