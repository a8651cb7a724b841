using TrainingHub.Hosting;

namespace TrainingHub.Questions;

/// <summary>What a change of many questions would do, before it is done.</summary>
/// <param name="Fields">Of the form, to be sent again.</param>
/// <param name="Total">How many questions are chosen.</param>
/// <param name="Rows">The first of them.</param>
public sealed record BulkPreviewPage(IReadOnlyList<KeyValuePair<string, string>> Fields, int Total, IReadOnlyList<BulkPreviewRow> Rows)
{
    /// <summary>How many rows are shown.</summary>
    public const int MostRows = Pages.Size;
}
