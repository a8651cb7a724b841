using System.Globalization;
using Microsoft.Extensions.Localization;
using TrainingHub.Documents;
using TrainingHub.Time;

namespace TrainingHub.Quizzes.Results;

/// <summary>The results of a quiz as a report to print: no names and no keys.</summary>
public sealed class ReportQuery(ResultsQuery results, AnalysisQuery analysis, DayClock clock, IStringLocalizer<ResultsText> text)
{
    /// <summary>Null when there is no such quiz, or the unit asked for is out of reach.</summary>
    public async Task<ReportSheet?> RunAsync(string slug, string? code, CancellationToken cancel)
    {
        if (await results.RunAsync(slug, code, cancel) is not { } page || await analysis.RunAsync(slug, code, cancel) is not { } questions)
        {
            return null;
        }

        return new ReportSheet
        {
            Title = text["Title", page.Title],
            Facts =
            [
                page.Unit is { } unit ? text["Lead_Unit", unit.Name] : text["Lead"],
                text["Report_At", page.Live.At.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)],
            ],
            Blocks =
            [
                Table([text["Figure"], text["People"]], Figures(page.Live)),
                new FlowBlock.Heading(2, text["Distribution"]),
                new FlowBlock.Paragraph([new Span(text[$"Distribution_What_{page.Counts}"])]),
                Table([text["Band"], text["People"]], page.Bands.Select(band => new[] { text["Band_Value", band.From, band.Until].Value, Number(band.People) })),
                new FlowBlock.Heading(2, text["ByUnit"]),
                Table(
                    [text["Unit"], text["Started"], text["HandedIn"], text["PassedCount"], text["PassRate"]],
                    page.Units.Select(line => new[] { line.Name, Number(line.People), Number(line.HandedIn), Number(line.Passed), line.HandedIn == 0 ? "" : text["Rate", line.Passed * 100 / line.HandedIn].Value })),
                new FlowBlock.Heading(2, text["ByClause"]),
                new FlowBlock.Paragraph([new Span(text["ByClause_Several"])]),
                Table(
                    [text["Clause"], text["RightOf"], text["Shown"], text["Facility"]],
                    questions.Clauses.Select(line => new[] { $"{line.Document} {line.Clause}", Number(line.Right), Number(line.Shown), text["Rate", line.Percent].Value })),
            ],
            Issued = clock.Today,
        };
    }

    private IEnumerable<string[]> Figures(LiveFigures live) =>
    [
        .. live.Expected is { } expected
            ? [[text["Expected"], Number(expected.All)], [text["Part", text["ExpectedStarted"]], Number(expected.Started)], [text["Part", text["AbsentCount"]], Number(expected.Absent)], [text["Part", text["Otherwise"]], Number(expected.Otherwise)]]
            : Array.Empty<string[]>(),
        [text["Started"], Number(live.Started)],
        [text["Part", text["FirstTime"]], Number(live.FirstTime)],
        [text["Part", text["HandedIn"]], Number(live.HandedIn)],
        [text["HandedIn"], Number(live.HandedIn)],
        [text["Part", text["PassedCount"]], live.PassRate is { } rate ? $"{Number(live.Passed)}（{text["Rate", rate].Value}）" : Number(live.Passed)],
        [text["Part", text["NotPassedCount"]], Number(live.NotPassed)],
        [text["Part", text["WaitingCount"]], Number(live.Waiting)],
        [text["OpenCount"], Number(live.Open)],
    ];

    private static FlowBlock.Table Table(IReadOnlyList<string> head, IEnumerable<string[]> rows) =>
        new([.. head.Select(Cell)], [.. rows.Select(row => (IReadOnlyList<IReadOnlyList<Span>>)[.. row.Select(Cell)])]);

    private static IReadOnlyList<Span> Cell(string value) => [new Span(value)];

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
