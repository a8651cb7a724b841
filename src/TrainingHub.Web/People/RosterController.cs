using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using TrainingHub.Account;
using TrainingHub.Documents;
using TrainingHub.Hosting;
using TrainingHub.Time;

namespace TrainingHub.People;

/// <summary>The people of one organization as a file, phones masked. The page of the organization shows them through <see cref="RosterViewComponent"/>.</summary>
[Route("organizations/{code}/people.csv")]
public sealed class RosterController(RosterQuery roster, IStringLocalizer<PeopleText> text) : Controller
{
    [HttpGet, Require(Capability.ReadPeople)]
    public async Task<IActionResult> Export(string code, CancellationToken cancel)
    {
        if (await roster.ExportAsync(code, RosterFilter.Of(Request.Query), cancel) is not var (rows, hasLeaves))
        {
            return NotFound();
        }

        string[] header =
        [
            text["Name"], text["StaffNumber"], text["Phone"], text["Position"], text["From"], text["Until"], text["Primary"], text["Employment"], text["Account"],
            .. hasLeaves ? new string[] { text["LeaveKind"], text["LeaveFrom"], text["LeaveUntil"] } : [],
        ];
        this.StartCsv($"people-{code.ToUpperInvariant()}.csv");
        await CsvTableWriter.WriteAsync(Response.Body, header, rows.Select(IReadOnlyList<Cell> (row) =>
        [
            Cell.Of(text.NameOf(row.Name, row.IsAnonymized)), Cell.Of(row.StaffNumber), Cell.Of(row.Phone), Cell.Of(PeopleWords.Named(row.Position, row.PositionEn)),
            Cell.Of(row.From), row.Until == Day.Open ? Cell.Blank : Cell.Of(row.Until), Cell.Of(text[row.IsPrimary ? "Yes" : "No"]),
            Cell.Of(text.Employment(row.Employment)), Cell.Of(text[row.HasAccount ? "Yes" : "No"]),
            .. hasLeaves ? Leave(row.Leave) : [],
        ]), cancel);
        return new EmptyResult();
    }

    // In the words that an import reads.
    private Cell[] Leave(LeaveDays? leave) => leave is null
        ? [Cell.Blank, Cell.Blank, Cell.Blank]
        : [Cell.Of(text[$"Leave_{leave.Kind}"].Value), Cell.Of(leave.From), leave.Until == Day.Open ? Cell.Blank : Cell.Of(leave.Until)];
}
