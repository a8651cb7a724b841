using TrainingHub.Hosting;
using TrainingHub.Standards;

namespace TrainingHub.Practice;

/// <summary>掌握程度 per clause.</summary>
/// <param name="Filter">As asked for.</param>
/// <param name="Rows">Of this page, by document.</param>
/// <param name="Pages">Of all rows.</param>
/// <param name="Standards">Slug and title, for the filter.</param>
/// <param name="Firm">How many clauses of all are firm.</param>
/// <param name="Practised">How many of all were practised.</param>
/// <param name="All">How many there are.</param>
public sealed record MasteryPage(
    MasteryFilter Filter, IReadOnlyList<MasteryPage.Row> Rows, Pages Pages, IReadOnlyList<(string Slug, string Title)> Standards, int Firm, int Practised, int All)
{
    /// <param name="Edition">The document.</param>
    /// <param name="Clause">The clause.</param>
    /// <param name="Percent">0 to 100; null when no question on it was answered.</param>
    /// <param name="LastOn">Day of the last answer; null for none.</param>
    /// <param name="Questions">How many questions can be practised now.</param>
    public sealed record Row(StandardEdition Edition, Clause Clause, int? Percent, DateOnly? LastOn, int Questions);
}
