using TrainingHub.Courseware.Exchange;
using TrainingHub.Hosting;

namespace TrainingHub.Questions.Exports;

/// <summary>What would go out.</summary>
/// <param name="Format">In what.</param>
/// <param name="Found">How many questions the filter finds within reach.</param>
/// <param name="LeftOut">Those that the format cannot carry.</param>
/// <param name="Page">Which part of these is shown, from 1.</param>
public sealed record ExportPage(ExchangeFormat Format, int Found, IReadOnlyList<LeftOut> LeftOut, int Page = 1)
{
    private const int Rows = 200;

    public Pages Pages { get; } = Pages.Of(Page, LeftOut.Count, Rows);

    /// <summary>Those of this page.</summary>
    public IEnumerable<LeftOut> Shown => LeftOut.Skip((Pages.Page - 1) * Rows).Take(Rows);

    public int Carried => Found - LeftOut.Count;

    public bool IsTooMany => Found > ExportedQuestionsQuery.Most;
}
