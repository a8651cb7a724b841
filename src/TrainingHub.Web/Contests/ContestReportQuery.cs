using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using TrainingHub.Contests.Awards;
using TrainingHub.Documents;
using TrainingHub.Hosting;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Contests;

/// <summary>The result of a contest to print: everybody by rank with the unit of the day, and what the hall got wrong by clause.</summary>
public sealed class ContestReportQuery(Db db, ContestResultQuery results, PrizesQuery names, DayClock clock, IStringLocalizer<ContestsText> text)
{
    /// <summary>Null when there is no such contest in reach, or it was not prepared.</summary>
    public async Task<ReportSheet?> RunAsync(string code, CancellationToken cancel)
    {
        if (await results.RunAsync(code, 1, cancel) is not { } page || await results.RoomAsync(code, cancel) is not var (contest, room))
        {
            return null;
        }

        var owner = await db.Organizations.Where(unit => unit.Id == contest.OrganizationId).Select(unit => unit.Name).SingleAsync(cancel);
        var day = clock.DayOf(contest.FinishedAt ?? contest.PreparedAt ?? clock.Now);
        return new ReportSheet
        {
            Title = text["Results_Title", contest.Title],
            Facts =
            [
                text["Print_Owner", owner],
                text["Print_Day", day.Written()],
                contest.FinishedAt is null ? text["Results_Running"] : text["Print_At", clock.InZone(clock.Now).ToMinute()],
            ],
            Blocks =
            [
                .. page.Teams.Count > 0 ? [new FlowBlock.Heading(2, text["TeamRanking"]), TeamsOf(page)] : Array.Empty<FlowBlock>(),
                new FlowBlock.Heading(2, text[room.IsOfClasses ? "ClassRanking" : "Ranking"]),
                new FlowBlock.Paragraph([new Span(text[room.IsOfClasses ? "Rule_ClassTies" : "Rule_Ties"])]),
                room.IsOfClasses ? ClassesOf(room, page) : await PeopleAsync(room, day, cancel),
                .. page.Clauses.Count > 0 ? [new FlowBlock.Heading(2, text["ByClause"]), new FlowBlock.Paragraph([new Span(text["ByClause_Text"])]), ClausesOf(page)] : Array.Empty<FlowBlock>(),
                new FlowBlock.Paragraph([new Span(text["Print_Signatures"])]),
            ],
            Issued = clock.Today,
        };
    }

    private FlowBlock.Table TeamsOf(ContestResultPage page) => Table(
        [text["Rank"], text["Team"], text["Seats"], text["Average"]], [1, 5, 2, 2],
        page.Teams.Select(team => new[] { Number(team.Rank), page.Contest.TeamNames[team.Team], Number(team.Members), (team.Average / 100m).ToString("0.00", CultureInfo.InvariantCulture) }));

    private FlowBlock.Table ClassesOf(ContestRoom room, ContestResultPage page) => Table(
        [text["Rank"], text["Class"], text["Points"], text["Few"]], [1, 5, 2, 2],
        room.Read(state => state.Ranking).Select(line => new[] { Number(line.Rank), room.Teams[line.Seat - 1], room.PointsOf(line), Number(page.Few.GetValueOrDefault(line.Seat)) }));

    private async Task<FlowBlock.Table> PeopleAsync(ContestRoom room, DateOnly day, CancellationToken cancel)
    {
        var ranking = room.Read(state => state.Ranking);
        var known = await names.NamesAsync([.. ranking.Select(line => room.Seat(line.Seat)?.PersonId).OfType<Guid>()], day, cancel);
        return Table([text["Rank"], text["Name"], text["Unit"], text["Points"], text["Right"]], [1, 4, 6, 1.5, 1.5], ranking.Select(line => RowOf(room, line, known)));
    }

    private string[] RowOf(ContestRoom room, ContestRank line, Dictionary<Guid, PrizesQuery.Named> known)
    {
        var seat = room.Seat(line.Seat);
        var person = seat?.PersonId is { } id ? known.GetValueOrDefault(id) : null;
        var team = seat?.Team is { } place && place < room.Teams.Count ? text["Seat_Team", room.Teams[place]].Value : "";
        var name = seat is { PersonId: null } ? seat.Name : person?.Name;
        return [Number(line.Rank), $"{name ?? text["Anonymized"]}{(seat?.Place is { } at ? text["Seat_Place", at].Value : "")}{team}", seat is { PersonId: null } ? text["Guest"] : person?.Unit ?? "", Number(line.Points), Number(line.Right)];
    }

    private FlowBlock.Table ClausesOf(ContestResultPage page) => Table(
        [text["Clause"], text["Right"], text["Share"]], [7, 2, 1.5],
        page.Clauses.Select(line => new[] { $"{line.Document} {line.Clause}", $"{Number(line.Right)} / {Number(line.Shown)}", text["Percent", line.Percent].Value }));

    private static FlowBlock.Table Table(IReadOnlyList<string> head, IReadOnlyList<double> shares, IEnumerable<string[]> rows) =>
        new([.. head.Select(Cell)], [.. rows.Select(row => (IReadOnlyList<IReadOnlyList<Span>>)[.. row.Select(Cell)])]) { Shares = shares };

    private static IReadOnlyList<Span> Cell(string value) => [new Span(value)];

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
