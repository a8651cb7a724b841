using TrainingHub.Courseware.Exchange;

namespace TrainingHub.Questions.Exports;

/// <summary>What would go out.</summary>
/// <param name="Found">How many questions the filter finds; null: nothing was asked yet.</param>
/// <param name="LeftOut">Those that the format cannot carry.</param>
public sealed record ExportPage(ExportFilter Filter, IReadOnlyList<string> Units, int? Found, IReadOnlyList<LeftOut> LeftOut)
{
    public int Carried => (Found ?? 0) - LeftOut.Count;

    public bool IsTooMany => Found > ExportedQuestionsQuery.Most;
}
