using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using TrainingHub.Documents;
using TrainingHub.Hosting;
using TrainingHub.Time;

namespace TrainingHub.Quizzes.Results;

/// <summary>The results of a quiz as a report to print: no keys, and no names but of those who did not take part. Questions only for who may see keys.</summary>
public sealed class ReportQuery(ResultsQuery results, AnalysisQuery analysis, PeopleRowsQuery people, FigureWords figures, SpreadWords words, DayClock clock, IStringLocalizer<ResultsText> text)
{
    /// <summary>A longer list of the absent is not printed to its end; the export has all of it.</summary>
    public const int MostAbsent = 500;

    /// <summary>Null when there is no such quiz, or the unit asked for is out of reach.</summary>
    public async Task<ReportSheet?> RunAsync(string slug, string? code, CancellationToken cancel)
    {
        if (await results.RunAsync(slug, code, cancel) is not { } page || await analysis.AllAsync(slug, new AnalysisFilter { Organization = code }, cancel) is not { } questions
            || await results.FindAsync(slug, code, cancel) is not var (_, root))
        {
            return null;
        }

        return new ReportSheet
        {
            Title = text["Title", page.Title],
            Facts =
            [
                page.Unit is { } unit ? text["Lead_Unit", unit.Name] : text["Lead"],
                text["Report_At", page.Live.At.ToMinute()],
            ],
            Blocks =
            [
                Table([text["Figure"], text["People"]], figures.LinesOf(page.Live).Select(line => new[] { line.Name, Number(line.People) })),
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
                .. Questions(questions),
                .. await AbsentAsync(slug, root?.Id, cancel),
            ],
            Issued = clock.Today,
        };
    }

    private IEnumerable<FlowBlock> Questions(AnalysisPage page) => !page.MaySeeKeys ? [] :
    [
        new FlowBlock.Heading(2, text["ByQuestion"]),
        new FlowBlock.Paragraph([new Span(text["ByQuestion_What"])]),
        Table(
            [text["Question"], text["Kind"], text["RightOf"], text["Shown"], text["Facility"], text["Unanswered"]],
            page.Questions.Select(spread => new[]
            {
                spread.Question.Prompt.Stem, words.KindOf(spread.Question.Prompt.Kind), Number(spread.Right), Number(spread.Shown), text["Rate", AnalysisPage.PercentOf(spread.Right, spread.Shown)].Value, Number(spread.Unanswered),
            })) with { Shares = [46, 12, 11, 11, 10, 10] },
    ];

    private async Task<IReadOnlyList<FlowBlock>> AbsentAsync(string slug, Guid? unitId, CancellationToken cancel)
    {
        if (await people.AbsentAsync(slug, unitId, null, (AbsentSort.Unit, false), cancel) is not { } absent)
        {
            return [];
        }

        var (count, shown) = (await absent.CountAsync(cancel), await absent.Take(MostAbsent).ToListAsync(cancel));
        return
        [
            new FlowBlock.Heading(2, text["Absent"]),
            new FlowBlock.Paragraph([new Span(count == 0 ? text["Absent_None"] : count > shown.Count ? text["Report_AbsentMore", count, shown.Count] : text["Report_Absent", count])]),
            .. count == 0 ? Array.Empty<FlowBlock>() : [Table([text["Person"], text["StaffNumber"], text["Unit"]], shown.Select(row => new[] { row.Name ?? text["Anonymized"].Value, row.StaffNumber ?? "", row.UnitName ?? "" }))],
        ];
    }

    private static FlowBlock.Table Table(IReadOnlyList<string> head, IEnumerable<string[]> rows) =>
        new([.. head.Select(Cell)], [.. rows.Select(row => (IReadOnlyList<IReadOnlyList<Span>>)[.. row.Select(Cell)])]);

    private static IReadOnlyList<Span> Cell(string value) => [new Span(value)];

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
