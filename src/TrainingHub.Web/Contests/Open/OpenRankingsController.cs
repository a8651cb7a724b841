using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using TrainingHub.Account;
using TrainingHub.Documents;
using TrainingHub.Hosting;
using TrainingHub.People;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Contests.Open;

/// <summary>The ranking of people; and for who holds the contest what there is to look at, to print and to file.</summary>
[Route("contests/open/{slug}")]
public sealed class OpenRankingsController(
    FindOpen find, OpenPageQuery pages, OpenRankingQuery rankings, RankedPeopleQuery people, DoubtsQuery doubts, DayClock clock, IStringLocalizer<OpenText> text) : Controller
{
    private const string WorkbookType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    [HttpGet("people"), Require, ResponseCache(NoStore = true)]
    public async Task<IActionResult> Index(string slug, string? unit, int page, CancellationToken cancel) =>
        await find.SeenAsync(slug, cancel) is { } found && await pages.TellsAsync(found, cancel) && await people.RunAsync(found, string.IsNullOrEmpty(unit) ? null : unit, page, cancel) is { } shown ? View(shown) : NotFound();

    /// <summary>Attempts listed for a look.</summary>
    [HttpGet("checks"), Require(Capability.ManageQuizzes)]
    public async Task<IActionResult> Checks(string slug, int page, CancellationToken cancel) =>
        await find.ManagedAsync(slug, cancel) is { } found ? View(await doubts.RunAsync(found, page, cancel)) : NotFound();

    /// <summary>To print.</summary>
    [HttpGet("sheet"), Require(Capability.ManageQuizzes)]
    public async Task<IActionResult> Sheet(string slug, CancellationToken cancel)
    {
        if (await find.ManagedAsync(slug, cancel) is not { } found)
        {
            return NotFound();
        }

        var seen = await rankings.RunAsync(found, cancel);
        var prizes = found.Contest.Terms.Prizes;
        var winners = new List<RankedPeoplePage.Row>();
        await foreach (var row in people.AllAsync(found, cancel))
        {
            if (prizes.Of(row.Rank) is null || winners.Count >= Awards.FindPrizes.Most)
            {
                break;
            }

            winners.Add(row);
        }

        return View(new OpenSheetPage(await pages.RunAsync(found, null, 1, cancel), seen, winners, await pages.NamesAsync([.. seen.Ranking.Groups.SelectMany(group => group.Schools).Select(school => school.UnitId)], cancel)));
    }

    [HttpGet("people.csv"), Require(Capability.ManageQuizzes)]
    public async Task<IActionResult> Export(string slug, CancellationToken cancel)
    {
        if (await find.ManagedAsync(slug, cancel) is not { } found)
        {
            return NotFound();
        }

        this.StartCsv(text["File_People", found.Terms.Title, clock.Today.Iso()] + ".csv");
        await CsvTableWriter.WriteAsync(Response.Body, [.. PeopleColumns().Select(column => column.Header)], PeopleRows(found, cancel), cancel);
        return new EmptyResult();
    }

    [HttpGet("schools.csv"), Require(Capability.ManageQuizzes)]
    public async Task<IActionResult> Schools(string slug, CancellationToken cancel)
    {
        if (await find.ManagedAsync(slug, cancel) is not { } found)
        {
            return NotFound();
        }

        this.StartCsv(text["File_Schools", found.Terms.Title, clock.Today.Iso()] + ".csv");
        await CsvTableWriter.WriteAsync(Response.Body, [.. SchoolColumns().Select(column => column.Header)], await SchoolRowsAsync(found, cancel), cancel);
        return new EmptyResult();
    }

    [HttpGet("ranking.xlsx"), Require(Capability.ManageQuizzes)]
    public async Task<IActionResult> Workbook(string slug, CancellationToken cancel)
    {
        if (await find.ManagedAsync(slug, cancel) is not { } found)
        {
            return NotFound();
        }

        var schools = await SchoolRowsAsync(found, cancel);
        this.StartFile(text["File_Ranking", found.Terms.Title, clock.Today.Iso()] + ".xlsx", WorkbookType);
        await WorkbookWriter.WriteAsync(
            Response.Body, [new WorkbookSheet(text["Schools"], SchoolColumns(), schools.ToAsyncEnumerable()), new WorkbookSheet(text["People_Ranking"], PeopleColumns(), PeopleRows(found, cancel))], cancel);
        return new EmptyResult();
    }

    /// <summary>Everything that the ranking is made from, for whoever wants to compute it again: numbers in place of people, and no line of who did not take part.</summary>
    [HttpGet("log.csv"), Require(Capability.ManageQuizzes)]
    public async Task<IActionResult> Log(string slug, [FromServices] Db db, CancellationToken cancel)
    {
        if (await find.ManagedAsync(slug, cancel) is not { } found)
        {
            return NotFound();
        }

        var log = await rankings.LogAsync(found, cancel);
        var ids = log.Units.Select(unit => unit.Id).ToList();
        var codes = await db.Organizations.Where(unit => ids.Contains(unit.Id)).ToDictionaryAsync(unit => unit.Id, unit => unit.Code, cancel);
        this.StartCsv($"contest-{slug}-log-{clock.Today.Iso()}.csv");
        await CsvTableWriter.WriteAsync(Response.Body, OpenLogText.Header, OpenLogText.RowsOf(log, unit => codes.GetValueOrDefault(unit)), cancel);
        return new EmptyResult();
    }

    private WorkbookColumn[] PeopleColumns() =>
        [new(text["Rank"], 8), new(text["Person"], 14), new(text["StaffNumber"], 14), new(text["Unit"], 32), new(text["Rank_Unit"], 12), new(text["Points"], 10), new(text["Seconds"], 12)];

    private WorkbookColumn[] SchoolColumns() =>
    [
        new(text["Group"], 18), new(text["Rank"], 8), new(text["School"], 32), new(text["Average"], 14), new(text["Best"], 10), new(text["Staff"], 10), new(text["Taken"], 10), new(text["Share"], 10),
    ];

    private IAsyncEnumerable<IReadOnlyList<Cell>> PeopleRows(FoundOpen found, CancellationToken cancel) => people.AllAsync(found, cancel).Select(IReadOnlyList<Cell> (row) =>
    [
        Cell.Of(row.Rank), Cell.Of(row.IsNamed ? row.Name ?? text["Anonymized"].Value : null), Cell.Of(row.StaffNumber), Cell.Of(row.UnitName), Cell.Of(row.Person.UnitRank), Cell.Of(row.Person.Points), Cell.Of(row.Person.Seconds),
    ]);

    private async Task<List<IReadOnlyList<Cell>>> SchoolRowsAsync(FoundOpen found, CancellationToken cancel)
    {
        var groups = (await rankings.RunAsync(found, cancel)).Ranking.Groups;
        var names = await pages.NamesAsync([.. groups.SelectMany(group => group.Schools).Select(school => school.UnitId)], cancel);
        return
        [
            .. groups.SelectMany(group => group.Schools, IReadOnlyList<Cell> (group, school) =>
            [
                Cell.Of(GroupName(text, group)), Cell.Of(school.Rank), Cell.Of(names.GetValueOrDefault(school.UnitId)), Cell.Of(group.AverageHundredths(school) / 100m), Cell.Of(group.BestCount), Cell.Of(school.Staff), Cell.Of(school.Taken),
                Cell.Of(ContestWords.Share(school.ShareTenths)),
            ]),
        ];
    }

    /// <summary>How many staff the schools of a group have, in words.</summary>
    public static string GroupName(IStringLocalizer<OpenText> text, SchoolGroup group) =>
        group.Until is { } until ? text["Group_Span", group.From, until] : group.From is 1 ? text["Group_All"] : text["Group_From", group.From];
}
