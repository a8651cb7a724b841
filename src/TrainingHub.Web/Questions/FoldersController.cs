using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using TrainingHub.Account;
using TrainingHub.People;
using TrainingHub.Storage;

namespace TrainingHub.Questions;

/// <summary>题库文件夹: of one unit's bank, to read for who reads the bank; one with its forms for who writes in it.</summary>
[Route("questions/folders"), Require(Capability.ManageCourses)]
public sealed class FoldersController(Db db, Banks banks, BankFolders folders, IStringLocalizer<QuestionsText> text) : Controller
{
    [HttpGet]
    public async Task<IActionResult> Index(string? unit, CancellationToken cancel)
    {
        var units = await banks.UnitsAsync(cancel);
        return await banks.FindReadableAsync(unit ?? (units is [var first, ..] ? first : null), cancel) is { } owner ? View(await PageAsync(owner, cancel)) : NotFound();
    }

    [HttpPost]
    public async Task<IActionResult> Create([FromForm] string? unit, [FromForm] Guid? parent, [FromForm] string? name, CancellationToken cancel)
    {
        if (await banks.FindUnitAsync(unit, cancel) is not { } owner)
        {
            return NotFound();
        }

        var refusal = await folders.CreateAsync(owner, parent, BankWords.Line(name), cancel);
        var page = await PageAsync(owner, cancel);
        return refusal is { } why ? Refuse("Index", page, why) : Redirect($"/questions/folders?unit={Uri.EscapeDataString(page.Unit)}");
    }

    [HttpGet("{id:guid}")]
    public async Task<IActionResult> Show(Guid id, CancellationToken cancel) => await FindAsync(id, cancel) is { } folder ? View(await PageAsync(folder, cancel)) : NotFound();

    [HttpPost("{id:guid}")]
    public Task<IActionResult> Update(Guid id, [FromForm] string? name, CancellationToken cancel) => ChangeAsync(id, folder => folders.RenameAsync(folder, BankWords.Line(name), cancel), cancel);

    [HttpPost("{id:guid}/place")]
    public Task<IActionResult> Move(Guid id, [FromForm] Guid? parent, CancellationToken cancel) => ChangeAsync(id, folder => folders.MoveAsync(folder, parent, cancel), cancel);

    [HttpPost("{id:guid}/sharing")]
    public Task<IActionResult> Share(Guid id, [FromForm] bool shared, CancellationToken cancel) => ChangeAsync(id, folder => folders.ShareAsync(folder, shared, cancel), cancel);

    [HttpPost("{id:guid}/deletion")]
    public Task<IActionResult> Delete(Guid id, CancellationToken cancel) => ChangeAsync(id, folder => folders.DeleteAsync(folder, cancel), cancel);

    private Task<BankFolder?> FindAsync(Guid id, CancellationToken cancel)
    {
        var editable = banks.Editable();
        return db.BankFolders.AsNoTracking().SingleOrDefaultAsync(folder => folder.Id == id && editable.Contains(folder.OwnerId), cancel);
    }

    private async Task<IActionResult> ChangeAsync(Guid id, Func<BankFolder, Task<FolderRefusal?>> change, CancellationToken cancel)
    {
        if (await FindAsync(id, cancel) is not { } folder)
        {
            return NotFound();
        }

        var refusal = ModelState.IsValid ? await change(folder) : FolderRefusal.Missing;
        return refusal is { } why
            ? Refuse("Show", await PageAsync(folder, cancel), why)
            : Redirect($"/questions/folders?unit={Uri.EscapeDataString(await UnitAsync(folder.OwnerId, cancel))}");
    }

    private ViewResult Refuse(string view, object page, FolderRefusal why)
    {
        ModelState.Clear();
        ModelState.AddModelError(why is FolderRefusal.NameMissing or FolderRefusal.NameTooLong or FolderRefusal.NameUsed ? "name" : "", text[$"Folder_{why}"]);
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return View(view, page);
    }

    private async Task<FoldersPage> PageAsync(Guid ownerId, CancellationToken cancel)
    {
        var mayEdit = await banks.MayEditAsync(ownerId, cancel);
        var tree = await folders.TreeAsync(ownerId, cancel);
        return new FoldersPage(
            ownerId,
            await UnitAsync(ownerId, cancel),
            [.. (await banks.UnitsAsync(cancel)).Union((await banks.NamesAsync(await banks.ReadableAsync(cancel), cancel)).Select(bank => bank.Name), StringComparer.Ordinal)],
            mayEdit,
            [.. tree.Named.Where(one => mayEdit || !one.Folder.IsPrivate)],
            await folders.CountsAsync(ownerId, cancel));
    }

    private async Task<FolderPage> PageAsync(BankFolder folder, CancellationToken cancel)
    {
        var tree = await folders.TreeAsync(folder.OwnerId, cancel);
        return new FolderPage(
            folder,
            tree.NameOf(folder),
            await UnitAsync(folder.OwnerId, cancel),
            [.. tree.Named.Where(one => tree.FindMoveRefusal(folder, one.Folder.Id) is null).Select(one => (one.Folder.Id, one.Name))],
            tree.WithBelow(folder).Count - 1,
            await db.BankQuestions.CountAsync(question => question.OwnerId == folder.OwnerId && question.FolderId == folder.Id, cancel),
            tree.IsInPrivate(folder));
    }

    private Task<string> UnitAsync(Guid ownerId, CancellationToken cancel) => db.Organizations.Where(unit => unit.Id == ownerId).Select(unit => unit.Name).SingleAsync(cancel);
}
