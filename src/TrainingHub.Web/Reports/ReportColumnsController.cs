using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using TrainingHub.Account;
using TrainingHub.People;
using TrainingHub.Storage;

namespace TrainingHub.Reports;

/// <summary>A unit's own names and order for the columns of its workbook; units below have them, too, unless they keep others.</summary>
[Route("reports/columns/{code}"), Require(Capability.DeclarePositions)]
public sealed class ReportColumnsController(Db db, Scope scope, ReportColumnsQuery columns, KeepColumns keep, IStringLocalizer<ReportsText> text) : Controller
{
    [HttpGet]
    public async Task<IActionResult> Edit(string code, CancellationToken cancel) =>
        await FindAsync(code, cancel) is var (id, name) ? View(await PageAsync(id, name, code, cancel)) : NotFound();

    [HttpPost]
    public async Task<IActionResult> Update(string code, ColumnsInput input, CancellationToken cancel)
    {
        if (await FindAsync(code, cancel) is not var (id, name))
        {
            return NotFound();
        }

        var chosen = ColumnRule.Choose(input.Columns.Select(line => (line.Key, line.Place, line.Name ?? "")));
        if (!input.Usual && (chosen is null || !ModelState.IsValid))
        {
            ModelState.AddModelError("", text["Columns_Wrong"]);
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return View("ReportColumnsEdit", await PageAsync(id, name, code, cancel) with { Lines = input.Columns });
        }

        if (!await keep.RunAsync(id, input.Usual ? null : chosen, input.Version, cancel))
        {
            ModelState.Clear();
            ModelState.AddModelError("", text["Columns_Changed"]);
            Response.StatusCode = StatusCodes.Status409Conflict;
            return View("ReportColumnsEdit", await PageAsync(id, name, code, cancel));
        }

        return Redirect($"/reports/columns/{code}");
    }

    private async Task<(Guid Id, string Name)?> FindAsync(string code, CancellationToken cancel)
    {
        var (wanted, reach) = (code.ToUpperInvariant(), scope.Organizations(Capability.DeclarePositions));
        return await db.Organizations.Where(o => o.Code == wanted && reach.Contains(o.Id)).Select(o => new { o.Id, o.Name }).SingleOrDefaultAsync(cancel) is { } found
            ? (found.Id, found.Name)
            : null;
    }

    private async Task<ColumnsPage> PageAsync(Guid id, string name, string code, CancellationToken cancel)
    {
        var (chosen, kept) = (await columns.OfAsync(id, cancel), await columns.FindOwnAsync(id, cancel));
        return new ColumnsPage(name, code, kept is not null, KeepColumns.VersionOf(kept),
        [
            .. Enum.GetValues<ReportColumn>().Select(key => (Key: key, Place: chosen.ToList().FindIndex(column => column.Key == key)))
                .Select(one => new ColumnsInput.Line { Key = one.Key, Place = one.Place < 0 ? null : one.Place + 1, Name = one.Place < 0 ? "" : chosen[one.Place].Name }),
        ]);
    }
}
