using TrainingHub.Courseware.Exchange;
using TrainingHub.Hosting;

namespace TrainingHub.Questions.Imports;

/// <summary>One import: what it will do, does or did.</summary>
/// <param name="Columns">Where somebody has to say what the columns are: the first rows and what they may be.</param>
/// <param name="Earlier">Number of an earlier import of the very same file into the same bank that was taken; null when there is none.</param>
public sealed record QuestionImportPage(
    QuestionImport Import, string Unit, string Folder, QuestionVerdict Tab, IReadOnlyList<QuestionImportRow> Rows, Pages Pages, ForeignReading.ColumnsUnknown? Columns, string? Earlier)
{
    public int CountOf(QuestionVerdict tab) => tab switch
    {
        QuestionVerdict.Take => Import.ToTake,
        QuestionVerdict.Near => Import.Near,
        _ => Import.Refused,
    };

    public static IReadOnlyList<ForeignProblem> ProblemsOf(QuestionImportRow row) => QuestionJson.Problems(row.Problems);
}
