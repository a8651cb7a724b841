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

    // Of the many columns of leave those that the file has.
    private static readonly RosterColumn[] Always = [.. Columns.Where(column => column < RosterColumn.Leave)];

    [HttpGet("refused.csv")]
    public async Task<IActionResult> Csv(string number, CancellationToken cancel)
    {
        if (await imports.FindAsync(number, cancel) is not { } import)
        {
            return NotFound();
        }

        var (memory, (columns, rows)) = (new MemoryStream(), await RowsAsync(import, cancel));
        await CsvTableWriter.WriteAsync(memory, [.. Heads(columns).Select(head => head.Header)], rows.Select(row => Cells(columns, row.Row, row.Typed)), cancel);
        return File(memory.ToArray(), "text/csv; charset=utf-8", $"{number}-refused.csv");
    }

    [HttpGet("refused.xlsx")]
    public async Task<IActionResult> Workbook(string number, CancellationToken cancel)
    {
        if (await imports.FindAsync(number, cancel) is not { } import)
        {
            return NotFound();
        }

        var (memory, (columns, rows)) = (new MemoryStream(), await RowsAsync(import, cancel));
        await WorkbookWriter.WriteAsync(memory, text["Tab_Refused"], [.. Heads(columns)], rows.Select(row => Cells(columns, row.Row, row.Typed)), cancel);
        return File(memory.ToArray(), WorkbookType, $"{number}-refused.xlsx");
    }

    private async Task<(RosterColumn[] Columns, List<(RosterImportRow Row, Dictionary<RosterColumn, string> Typed)> Rows)> RowsAsync(RosterImport import, CancellationToken cancel)
    {
        var rows = (await imports.RefusedAsync(import.Id, cancel)).ConvertAll(row => (row, ImportJson.Read<Dictionary<RosterColumn, string>>(row.Typed)));
        return ([.. Columns.Where(column => Always.Contains(column) || rows.Exists(row => row.Item2.ContainsKey(column)))], rows);
    }

    private IEnumerable<WorkbookColumn> Heads(RosterColumn[] columns) =>
    [
        .. columns.Select(column => new WorkbookColumn(text[$"Column_{column}"], column == RosterColumn.Unit ? 32 : 14)),
        new(text["Head_Reason"], 24), new(text["Head_Mend"], 48), new(text["Head_Cell"], 8), new(text["Head_Sheet"], 12), new(text["Head_Row"], 6),
    ];

    private IReadOnlyList<Cell> Cells(RosterColumn[] columns, RosterImportRow row, Dictionary<RosterColumn, string> typed) =>
    [
        .. columns.Select(column => Cell.Of(typed.GetValueOrDefault(column))),
        Cell.Of(Joined(row, fault => text[$"Reason_{fault.Reason}"])), Cell.Of(Joined(row, fault => text.Mend(fault.Reason, fault.Detail))),
        Cell.Of(Joined(row, fault => fault.Cell)), Cell.Of(row.Sheet), Cell.Of(row.RowNumber.ToString(CultureInfo.InvariantCulture)),
    ];

    // Everything that is wrong with the row, in the same order in each of the columns.
    private string Joined(RosterImportRow row, Func<RowFault, string> say) =>
        string.Join(text["ChangeSeparator"], ImportJson.ReadAll<RowFault>(row.MoreProblems).Prepend(new RowFault(row.Reason, row.Column, row.Cell, row.Found, row.Detail)).Select(say));
}
