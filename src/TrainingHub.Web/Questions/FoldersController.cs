using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using TrainingHub.Account;
using TrainingHub.People;
using TrainingHub.Storage;

namespace TrainingHub.Questions;

/// <summary>题库文件夹 of one unit's bank.</summary>
[Route("questions/folders"), Require(Capability.ManageCourses)]
public sealed class FoldersController(Db db, Banks banks, BankFolders folders, IStringLocalizer<QuestionsText> text) : Controller
{
    [HttpGet]
    public async Task<IActionResult> Index(string? unit, CancellationToken cancel)
    {
        var units = await banks.UnitsAsync(cancel);
        return await banks.FindUnitAsync(unit ?? (units is [var first, ..] ? first : null), cancel) is { } owner ? View(await PageAsync(owner, cancel)) : NotFound();
    }

    [HttpPost]
    public async Task<IActionResult> Create([FromForm] string? unit, [FromForm] Guid? parent, [FromForm] string? name, CancellationToken cancel) =>
        await banks.FindUnitAsync(unit, cancel) is { } owner ? await AnswerAsync(owner, await folders.CreateAsync(owner, parent, BankWords.Line(name), cancel), cancel) : NotFound();

    [HttpPost("{id:guid}")]
    public async Task<IActionResult> Update(Guid id, [FromForm] string? name, CancellationToken cancel) =>
        await FindAsync(id, cancel) is { } folder ? await AnswerAsync(folder.OwnerId, await folders.RenameAsync(folder, BankWords.Line(name), cancel), cancel) : NotFound();

    [HttpPost("{id:guid}/deletion")]
    public async Task<IActionResult> Delete(Guid id, CancellationToken cancel) =>
        await FindAsync(id, cancel) is { } folder ? await AnswerAsync(folder.OwnerId, await folders.DeleteAsync(folder, cancel), cancel) : NotFound();

    private Task<BankFolder?> FindAsync(Guid id, CancellationToken cancel)
    {
        var editable = banks.Editable();
        return db.BankFolders.AsNoTracking().SingleOrDefaultAsync(folder => folder.Id == id && editable.Contains(folder.OwnerId), cancel);
    }

    private async Task<IActionResult> AnswerAsync(Guid ownerId, string? refusal, CancellationToken cancel)
    {
        var page = await PageAsync(ownerId, cancel);
        if (refusal is null)
        {
            return Redirect($"/questions/folders?unit={Uri.EscapeDataString(page.Unit)}");
        }

        ModelState.Clear();
        ModelState.AddModelError("name", text[refusal]);
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return View("Index", page);
    }

    private async Task<FoldersPage> PageAsync(Guid ownerId, CancellationToken cancel) => new(
        ownerId,
        await db.Organizations.Where(unit => unit.Id == ownerId).Select(unit => unit.Name).SingleAsync(cancel),
        await banks.UnitsAsync(cancel),
        await folders.OfAsync(ownerId, cancel),
        await folders.CountsAsync(ownerId, cancel));
}
