using System.Globalization;
using Microsoft.Extensions.Localization;
using TrainingHub.Documents;
using TrainingHub.Hosting;
using TrainingHub.Time;

namespace TrainingHub.Contests.Stage;

/// <summary>The result sheet of a contest on a stage as a document: places, points by round, members with room for their signatures, rulings with their reasons, and what the teams got wrong by clause.</summary>
public sealed class StageReportQuery(StageSheetQuery sheets, DayClock clock, IStringLocalizer<StageText> text)
{
    /// <summary>Null when there is no such contest in reach, or it was not prepared.</summary>
    public async Task<ReportSheet?> RunAsync(string code, CancellationToken cancel)
    {
        if (await sheets.RunAsync(code, cancel) is not { } page)
        {
            return null;
        }

        var (contest, facts) = (page.Contest, page.Facts);
        return new ReportSheet
        {
            Title = text["Sheet_Title", contest.Title],
            Facts = [text["Sheet_Owner", page.OwnerName], contest.FinishedAt is { } finished ? text["Sheet_Finished", clock.InZone(finished).ToMinute()] : text["Sheet_Running", clock.InZone(clock.Now).ToMinute()]],
            Blocks =
            [
                new FlowBlock.Heading(2, text["Results"]),
                Table(
                    [text["Rank"], text["Team"], text["Unit"], text["BasePoints"], text["Points_Rounds"], text["Rulings"], text["Points"], text["Decider"]], [1, 3, 4, 1.5, 1.5, 1.2, 1.5, 1.5],
                    facts.Ranking.Select(team => new[]
                    {
                        Number(team.Rank), NameOf(team), team.Unit, Number(page.Terms.BasePoints), Number(team.Rounds.Skip(1).Sum()), Number(team.Rounds[0]), Number(team.Points), team.Decider is 0 ? "—" : Number(team.Decider),
                    })),
                new FlowBlock.Paragraph([new Span($"{text["Rule_Ties"]}{text["Decider_Hint"]}")]),
                new FlowBlock.Heading(2, text["Points_ByRound"]),
                Table(
                    [text["Part_Rounds"], text["Points"]], [3, 9],
                    facts.Rounds.Index().Select(round => new[]
                    {
                        text["Round_Column", round.Index + 1, text[$"Block_{round.Item.Block}"].Value].Value,
                        string.Join(text["And"].Value, facts.Teams.Select(team => text["Team_Points", team.Name, team.Rounds[round.Index + 1]].Value)),
                    })),
                new FlowBlock.Heading(2, text["Sheet_Members"]),
                Table([text["Team"], text["Unit"], text["Members_Named"], text["Sign_Team"]], [3, 4, 5, 3], facts.Teams.Select(team => new[] { team.Name, team.Unit, MembersOf(page, team.Number), "" })),
                new FlowBlock.Heading(2, text["Rulings_List"]),
                .. page.Rulings.Count is 0 ? [new FlowBlock.Paragraph([new Span(text["Rulings_None"])])] : page.Rulings.Select((ruling, at) => (FlowBlock)new FlowBlock.ListItem($"{at + 1}.", 0, [new Span(WordsOf(facts, ruling))])),
                .. page.Clauses.Count is 0
                    ? Array.Empty<FlowBlock>()
                    : [
                        new FlowBlock.Heading(2, text["ByClause"]), new FlowBlock.Paragraph([new Span(text["ByClause_Text"])]),
                        Table([text["Clause"], text["Right"], text["Share"]], [7, 2, 1.5], page.Clauses.Select(line => new[] { $"{line.Document} {line.Clause}", $"{Number(line.Right)} / {Number(line.Shown)}", text["Percent", line.Percent].Value })),
                    ],
                new FlowBlock.Paragraph([new Span(text["Sign_All"])]),
            ],
            Issued = clock.Today,
        };
    }

    private string NameOf(StageFacts.Team team) => team.IsDisqualified ? $"{team.Name}{text["Is_Disqualified"]}" : team.Name;

    private string MembersOf(StageSheetPage page, int team) => page.Facts.MembersOf(team).Any()
        ? string.Join(text["And"].Value, page.Facts.MembersOf(team).Select(member => text["Member_Numbered", member.Number, member.Name].Value))
        : text["Members_Unnamed", page.Terms.Teams[team - 1].Members];

    private string WordsOf(StageFacts facts, StageSheetPage.Ruling ruling) => string.Concat(
        ruling.At.Clock(), " ", text[$"Did_{ruling.Kind}"], ruling.Item is { } item ? text["Did_Item", item] : "", ruling.Team is { } team ? text["Did_Team", facts.NameOf(team)] : "",
        ruling.Kind switch
        {
            ContestEntryKind.Ruled => text["Ruled_To", text[$"As_{StageRuling.Parse(ruling.Text).As}"].Value],
            ContestEntryKind.Penalized => text[$"Offence_{ruling.Text}", -ruling.Amount.GetValueOrDefault()],
            ContestEntryKind.Adjusted => text["Adjusted_By", ruling.Amount.GetValueOrDefault().ToString("+0;-0", CultureInfo.InvariantCulture)],
            _ => "",
        },
        text["Did_Reason", ruling.Reason ?? ""]);

    private static FlowBlock.Table Table(IReadOnlyList<string> head, IReadOnlyList<double> shares, IEnumerable<string[]> rows) =>
        new([.. head.Select(Cell)], [.. rows.Select(row => (IReadOnlyList<IReadOnlyList<Span>>)[.. row.Select(Cell)])]) { Shares = shares };

    private static IReadOnlyList<Span> Cell(string value) => [new Span(value)];

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
