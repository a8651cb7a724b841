using TrainingHub.Courseware.Exchange;

namespace TrainingHub.Questions.Exports;

/// <summary>What would go out.</summary>
/// <param name="Format">In what.</param>
/// <param name="Found">How many questions the filter finds within reach.</param>
/// <param name="LeftOut">Those that the format cannot carry.</param>
public sealed record ExportPage(ExchangeFormat Format, int Found, IReadOnlyList<LeftOut> LeftOut)
{
    /// <summary>Rows of the list on the page; the count stands above it.</summary>
    public const int MostShown = 1000;

    public int Carried => Found - LeftOut.Count;

    public bool IsTooMany => Found > ExportedQuestionsQuery.Most;
}
