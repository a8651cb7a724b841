using Microsoft.AspNetCore.Mvc;
using TrainingHub.Account;

namespace TrainingHub.Notices;

/// <summary>What the reader was told.</summary>
[Route("notices"), Require]
public sealed class NoticesController(NoticesQuery notices, ReadNotices read) : Controller
{
    [HttpGet]
    public async Task<IActionResult> Index(NoticesFilter filter, CancellationToken cancel)
    {
        // An address that was typed wrongly shows what there is.
        ModelState.Clear();
        return View(await notices.RunAsync(User.PersonId, filter, cancel));
    }

    /// <summary>Opening it is reading it.</summary>
    [HttpGet("{id:guid}")]
    public async Task<IActionResult> Show(Guid id, CancellationToken cancel) =>
        await read.RunAsync(User.PersonId, id, isRead: true, cancel) is { } notice ? View(notice) : NotFound();
}
