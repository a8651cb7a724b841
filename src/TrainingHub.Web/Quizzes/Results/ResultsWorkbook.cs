using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using TrainingHub.Documents;
using TrainingHub.Questions;
using TrainingHub.Time;

namespace TrainingHub.Quizzes.Results;

/// <summary>The results of a quiz as a workbook: people, figures, distribution, questions, clauses, the absent. Questions only for who may see keys.</summary>
public sealed class ResultsWorkbook(
    ResultsQuery results, AnalysisQuery analysis, PeopleRowsQuery rows, SpreadWords words, FigureWords figures, DayClock clock, IStringLocalizer<ResultsText> text)
{
    /// <summary>Its sheets; null when there is no such quiz, or the unit asked for is out of reach.</summary>
    public async Task<IReadOnlyList<WorkbookSheet>?> RunAsync(string slug, string? code, CancellationToken cancel)
    {
        if (await results.FindAsync(slug, code, cancel) is not var (_, unit) || await results.RunAsync(slug, code, cancel) is not { } page
            || await analysis.AllAsync(slug, new AnalysisFilter { Organization = code }, cancel) is not { } questions)
        {
            return null;
        }

        return
        [
            await PeopleAsync(slug, unit?.Id, page.Counts, cancel),
            Sheet("Sheet_Figures", [new(text["Figure"], 34), new(text["People"])], figures.LinesOf(page.Live).Select(Figure)),
            Sheet("Distribution", [new(text["Band"], 16), new(text["People"])], page.Bands.Select(band => Figure((text["Band_Value", band.From, band.Until], band.People)))),
            .. questions.MaySeeKeys ? [Sheet("Sheet_Questions", QuestionColumns(), questions.Questions.Select(Cells))] : Array.Empty<WorkbookSheet>(),
            Sheet("Sheet_Clauses", [new(text["Clause"], 48), new(text["RightOf"]), new(text["Shown"]), new(text["Facility_Percent"])], questions.Clauses.Select(IReadOnlyList<Cell> (line) =>
                [Cell.Of($"{line.Document} {line.Clause}".TrimEnd()), Cell.Of(line.Right), Cell.Of(line.Shown), Cell.Of(line.Percent)])),
            .. await rows.AbsentAsync(slug, unit?.Id, null, (AbsentSort.Unit, false), cancel) is { } absent ? [new WorkbookSheet(text["AbsentCount"], PersonColumns(), absent.AsAsyncEnumerable().Select(row => Person(row)))] : Array.Empty<WorkbookSheet>(),
        ];
    }

    /// <summary>Heads of a table of questions.</summary>
    public IReadOnlyList<WorkbookColumn> QuestionColumns() =>
        [new(text["Question"], 60), new(text["Kind"]), new(text["Shown"]), new(text["RightOf"]), new(text["Facility_Percent"]), new(text["Unanswered"]), new(text["Answers"], 60)];

    /// <summary>One question of it; answers are counted, nobody is named.</summary>
    public IReadOnlyList<Cell> Cells(AnswerSpread spread) =>
    [
        Cell.Of(spread.Question.Prompt.Stem), Cell.Of(words.KindOf(spread.Question.Prompt.Kind)), Cell.Of(spread.Shown), Cell.Of(spread.Right),
        Cell.Of(AnalysisPage.PercentOf(spread.Right, spread.Shown)), Cell.Of(spread.Unanswered), Cell.Of(words.LineOf(spread)),
    ];

    /// <summary>Heads of a list of people.</summary>
    public IReadOnlyList<WorkbookColumn> PersonColumns() => [new(text["Person"], 14), new(text["StaffNumber"], 14), new(text["Unit"], 32)];

    /// <summary>One person of it.</summary>
    public IReadOnlyList<Cell> Person(PeopleRow row) => [Cell.Of(row.Name ?? text["Anonymized"]), Cell.Of(row.StaffNumber), Cell.Of(row.UnitName)];

    private async Task<WorkbookSheet> PeopleAsync(string slug, Guid? unitId, CountingAttempt counts, CancellationToken cancel)
    {
        var all = await rows.AllAsync(slug, unitId, cancel);
        WorkbookColumn[] columns = [.. PersonColumns(), new(text["State"], 12), new(text["Attempts"], 10), new(text[$"Counting_{counts}"], 12), new(text["LastSubmitted"], 20)];
        return new WorkbookSheet(text["Sheet"], columns, all.Select(IReadOnlyList<Cell> (row) =>
        [
            .. Person(row), Cell.Of(text[StateOf(row)]), Cell.Of(row.Attempts), Cell.Of(row.Points),
            row.LastSubmittedAt is { } at ? Cell.Of($"{clock.InZone(at):yyyy-MM-dd HH:mm}") : Cell.Blank,
        ]));
    }

    private WorkbookSheet Sheet(string key, IReadOnlyList<WorkbookColumn> columns, IEnumerable<IReadOnlyList<Cell>> lines) => new(text[key], columns, lines.ToAsyncEnumerable());

    private static IReadOnlyList<Cell> Figure((string Name, int People) line) => [Cell.Of(line.Name), Cell.Of(line.People)];

    private static string StateOf(PeopleRow row) =>
        row.HasPassed ? "State_Passed" : row.IsOpen ? "State_Open" : row.Attempts == 0 ? "State_Absent" : row.Points is null ? "State_HandedIn" : "State_NotPassed";
}
