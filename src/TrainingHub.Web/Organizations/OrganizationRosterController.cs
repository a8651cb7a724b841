using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using TrainingHub.Account;
using TrainingHub.Documents;
using TrainingHub.Home;
using TrainingHub.People;

namespace TrainingHub.Organizations;

/// <summary>The people of one organization as a file, phones masked.</summary>
[Route("organizations/{code}/people.csv")]
public sealed class OrganizationRosterController(
    OrganizationQuery one, IStringLocalizer<OrganizationsText> text, IStringLocalizer<PeopleText> people) : Controller
{
    [HttpGet, Require(Capability.ReadPeople)]
    public async Task<IActionResult> Export(string code, RosterFilter filter, CancellationToken cancel)
    {
        if (await one.ExportAsync(code, filter, cancel) is not { } rows)
        {
            return NotFound();
        }

        string[] header =
            [people["Name"], people["StaffNumber"], people["Phone"], people["Position"], people["From"], people["Until"], people["Primary"], people["Employment"], text["Account"]];
        this.StartCsv($"people-{code.ToUpperInvariant()}.csv");
        await CsvTableWriter.WriteAsync(Response.Body, header, rows.Select(IReadOnlyList<Cell> (row) =>
        [
            Cell.Of(people.NameOf(row.Name, row.IsAnonymized)), Cell.Of(row.StaffNumber), Cell.Of(row.Phone), Cell.Of(PeopleWords.Named(row.Position, row.PositionEn)),
            Cell.Of(row.From), row.Until == Time.Day.Open ? Cell.Blank : Cell.Of(row.Until), Cell.Of(people[row.IsPrimary ? "Yes" : "No"]),
            Cell.Of(people.Employment(row.Employment)), Cell.Of(people[row.HasAccount ? "Yes" : "No"]),
        ]), cancel);
        return new EmptyResult();
    }
}
