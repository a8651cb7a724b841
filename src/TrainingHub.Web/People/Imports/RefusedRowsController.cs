using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using TrainingHub.Account;
using TrainingHub.Documents;

namespace TrainingHub.People.Imports;

/// <summary>The rows that were not written, with the reason, to mend and import again.</summary>
[Route("people/imports/{number}/refused.csv"), Require(Capability.ManagePeople)]
public sealed class RefusedRowsController(ImportsQuery imports, IStringLocalizer<ImportsText> text) : Controller
{
    private static readonly RosterColumn[] Columns = [.. Enum.GetValues<RosterColumn>().Where(column => column != RosterColumn.None)];

    [HttpGet]
    public async Task<IActionResult> Show(string number, CancellationToken cancel)
    {
        if (await imports.FindAsync(number, cancel) is not { } import)
        {
            return NotFound();
        }

        var rows = await imports.RefusedAsync(import.Id, cancel);
        string[] heads = [text["Head_Sheet"], text["Head_Row"], text["Head_Cell"], text["Head_Reason"], text["Head_Mend"], .. Columns.Select(column => text[$"Column_{column}"].Value)];
        var memory = new MemoryStream();
        await CsvTableWriter.WriteAsync(memory, heads, rows.Select(Cells), cancel);
        return File(memory.ToArray(), "text/csv; charset=utf-8", $"{number}-refused.csv");
    }

    private IReadOnlyList<Cell> Cells(RosterImportRow row)
    {
        var typed = ImportJson.Read<Dictionary<RosterColumn, string>>(row.Typed);
        string[] texts =
        [
            row.Sheet, row.RowNumber.ToString(CultureInfo.InvariantCulture), row.Cell, text[$"Reason_{row.Reason}"], text[MendKey(row), row.Detail],
            .. Columns.Select(column => typed.GetValueOrDefault(column, "")),
        ];
        return [.. texts.Select(value => new Cell.Text(value))];
    }

    private static string MendKey(RosterImportRow row) => row.Detail.Length > 0 ? $"Mend_{row.Reason}_With" : $"Mend_{row.Reason}";
}
