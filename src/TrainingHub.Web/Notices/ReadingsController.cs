using Microsoft.AspNetCore.Mvc;
using TrainingHub.Account;

namespace TrainingHub.Notices;

/// <summary>Marks notices as read, or as unread again.</summary>
[Route("notices"), Require]
public sealed class ReadingsController(ReadNotices read) : Controller
{
    [HttpPost("readings")]
    public async Task<IActionResult> Create(CancellationToken cancel)
    {
        await read.AllAsync(User.PersonId, cancel);
        return Redirect("/notices");
    }

    [HttpPost("{id:guid}/reading")]
    public async Task<IActionResult> Update(Guid id, bool isRead, CancellationToken cancel) =>
        await read.RunAsync(User.PersonId, id, isRead, cancel) is null ? NotFound() : Redirect("/notices");
}
