using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using TrainingHub.Account;

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
        using var writer = new StringWriter(CultureInfo.InvariantCulture);
        // What a cell begins with must not become a formula when the file is opened in Excel.
        await using (var csv = new CsvWriter(writer, new CsvConfiguration(CultureInfo.InvariantCulture) { InjectionOptions = InjectionOptions.Escape }))
        {
            string[] heads = [text["Head_Sheet"], text["Head_Row"], text["Head_Cell"], text["Head_Reason"], text["Head_Mend"], .. Columns.Select(column => text[$"Column_{column}"].Value)];
            Write(csv, heads);
            foreach (var row in rows)
            {
                var typed = ImportJson.Read<Dictionary<RosterColumn, string>>(row.Typed);
                Write(csv, [row.Sheet, row.RowNumber.ToString(CultureInfo.InvariantCulture), row.Cell, text[$"Reason_{row.Reason}"], text[MendKey(row), row.Detail], .. Columns.Select(column => typed.GetValueOrDefault(column, ""))]);
            }
        }

        // The mark at the start tells Excel that this is UTF-8.
        return File([.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(writer.ToString())], "text/csv; charset=utf-8", $"{number}-refused.csv");
    }

    private static string MendKey(RosterImportRow row) => row.Detail.Length > 0 ? $"Mend_{row.Reason}_With" : $"Mend_{row.Reason}";

    private static void Write(CsvWriter csv, string[] fields)
    {
        foreach (var field in fields)
        {
            csv.WriteField(field);
        }

        csv.NextRecord();
    }
}
