using TrainingHub.Courseware.Exchange;
using TrainingHub.Hosting;

namespace TrainingHub.Questions.Imports;

/// <summary>One import: what it will do, does or did.</summary>
/// <param name="Columns">Where somebody has to say what the columns are: the first rows and what they may be.</param>
/// <param name="LackPictureText">How many of the questions to take show a picture without words: they can be neither submitted nor published before somebody writes these.</param>
/// <param name="IsPictureList">Whether the rows are these alone.</param>
/// <param name="Earlier">Number of an earlier import of the very same file into the same bank that was taken; null when there is none.</param>
public sealed record QuestionImportPage(
    QuestionImport Import, string Unit, string Folder, QuestionVerdict Tab, IReadOnlyList<QuestionImportRow> Rows, Pages Pages, ForeignReading.ColumnsUnknown? Columns, int LackPictureText, bool IsPictureList, string? Earlier)
{
    /// <summary>What is said of the basis for questions that name none; null when nothing.</summary>
    public ForeignProblem? BasisNote { get; init; }

    public static IReadOnlyList<QuestionVerdict> Tabs { get; } = [QuestionVerdict.Take, QuestionVerdict.Near, QuestionVerdict.Refused];

    /// <summary>Whether the reader may still take questions beside those that are nearly the same.</summary>
    public bool MayChooseNear => Import.State is QuestionImportState.Preview;

    public int CountOf(QuestionVerdict tab) => tab switch
    {
        QuestionVerdict.Take => Import.ToTake,
        QuestionVerdict.Near => Import.Near,
        _ => Import.Refused,
    };

    public static IReadOnlyList<ForeignProblem> ProblemsOf(QuestionImportRow row) => QuestionJson.Problems(row.Problems);
}
