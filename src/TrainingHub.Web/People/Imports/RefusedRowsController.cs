using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using TrainingHub.Account;
using TrainingHub.Documents;

namespace TrainingHub.People.Imports;

/// <summary>The rows that were not written as the file had them, with the reason beside them: to be mended and imported again as they are.</summary>
[Route("people/imports/{number}"), Require(Capability.ManagePeople)]
public sealed class RefusedRowsController(ImportsQuery imports, IStringLocalizer<ImportsText> text) : Controller
{
    private const string WorkbookType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static readonly RosterColumn[] Columns = [.. Enum.GetValues<RosterColumn>().Where(column => column != RosterColumn.None)];

    [HttpGet("refused.csv")]
    public async Task<IActionResult> Csv(string number, CancellationToken cancel)
    {
        if (await imports.FindAsync(number, cancel) is not { } import)
        {
            return NotFound();
        }

        var memory = new MemoryStream();
        await CsvTableWriter.WriteAsync(memory, [.. Heads().Select(head => head.Header)], (await imports.RefusedAsync(import.Id, cancel)).Select(Cells), cancel);
        return File(memory.ToArray(), "text/csv; charset=utf-8", $"{number}-refused.csv");
    }

    [HttpGet("refused.xlsx")]
    public async Task<IActionResult> Workbook(string number, CancellationToken cancel)
    {
        if (await imports.FindAsync(number, cancel) is not { } import)
        {
            return NotFound();
        }

        var memory = new MemoryStream();
        await WorkbookWriter.WriteAsync(memory, text["Tab_Refused"], [.. Heads()], (await imports.RefusedAsync(import.Id, cancel)).Select(Cells), cancel);
        return File(memory.ToArray(), WorkbookType, $"{number}-refused.xlsx");
    }

    private IEnumerable<WorkbookColumn> Heads() =>
    [
        .. Columns.Select(column => new WorkbookColumn(text[$"Column_{column}"], column == RosterColumn.Unit ? 32 : 14)),
        new(text["Head_Reason"], 24), new(text["Head_Mend"], 48), new(text["Head_Cell"], 8), new(text["Head_Sheet"], 12), new(text["Head_Row"], 6),
    ];

    private IReadOnlyList<Cell> Cells(RosterImportRow row)
    {
        var typed = ImportJson.Read<Dictionary<RosterColumn, string>>(row.Typed);
        return
        [
            .. Columns.Select(column => Cell.Of(typed.GetValueOrDefault(column))),
            Cell.Of(text[$"Reason_{row.Reason}"].Value), Cell.Of(text[row.Detail.Length > 0 ? $"Mend_{row.Reason}_With" : $"Mend_{row.Reason}", row.Detail].Value),
            Cell.Of(row.Cell), Cell.Of(row.Sheet), Cell.Of(row.RowNumber.ToString(CultureInfo.InvariantCulture)),
        ];
    }
}
