using System.Diagnostics;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using TrainingHub.Account;
using TrainingHub.People;

namespace TrainingHub.Home;

/// <summary>What the visitor sees instead of an empty error.</summary>
[Route("error/{status:int}")]
[IgnoreAntiforgeryToken]
public sealed class ErrorController(AdministratorsQuery administrators, CurrentPerson current, IStringLocalizer<PeopleText> people) : Controller
{
    [Public, HttpGet, HttpPost, HttpPut, HttpDelete, HttpPatch, ResponseCache(NoStore = true)]
    public async Task<IActionResult> Show(int status, CancellationToken cancel)
    {
        Response.StatusCode = status is >= 400 and < 600 ? status : 404;
        // Eight characters are enough to find the request in the log, and to read out on the phone.
        var number = (Activity.Current?.TraceId.ToString() ?? HttpContext.TraceIdentifier).ToUpperInvariant();
        var isForbidden = Response.StatusCode == StatusCodes.Status403Forbidden && current.IsSignedIn;
        return View(new ErrorPage(Response.StatusCode, $"{number[..4]}-{number[4..8]}")
        {
            Missing = isForbidden ? Missing() : null,
            Administrators = isForbidden ? await administrators.RunAsync(cancel) : [],
        });
    }

    /// <summary>The permission that the refused page asks for, in words; null when it is not for lack of one.</summary>
    private string? Missing() =>
        HttpContext.Features.Get<IStatusCodeReExecuteFeature>()?.Endpoint?.Metadata.GetMetadata<RequireAttribute>() is { Capability: not Capability.None and var capability }
            ? people.Capability(capability)
            : null;
}
