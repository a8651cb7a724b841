using Microsoft.Extensions.Localization;
using TrainingHub.Documents;
using TrainingHub.Quizzes.Results;

namespace TrainingHub.Contests;

/// <summary>By clause what was answered wrongly, as a sheet of a workbook.</summary>
internal static class ClauseCells
{
    /// <param name="text">Words of contests.</param>
    /// <param name="clauses">The worst first.</param>
    public static WorkbookSheet SheetOf(IStringLocalizer<ContestsText> text, IEnumerable<AnalysisPage.ClauseLine> clauses) => new(
        text["Clause"],
        [new(text["Document"], 40), new(text["Clause"], 20), new(text["Shown"], 10), new(text["Right"], 10), new(text["Share"], 10)],
        clauses.Select(IReadOnlyList<Cell> (line) => [Cell.Of(line.Document), Cell.Of(line.Clause), Cell.Of(line.Shown), Cell.Of(line.Right), Cell.Of(text["Percent", line.Percent])]).ToAsyncEnumerable());
}
