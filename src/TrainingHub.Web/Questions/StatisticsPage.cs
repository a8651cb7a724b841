using TrainingHub.Hosting;

namespace TrainingHub.Questions;

/// <summary>What answers say of questions.</summary>
/// <param name="Filter">As asked for.</param>
/// <param name="Rows">Of this page.</param>
/// <param name="Pages">Of all that match.</param>
/// <param name="Banks">Units whose banks the reader sees.</param>
/// <param name="TooFew">How many questions have too few papers to say anything.</param>
public sealed record StatisticsPage(StatisticsFilter Filter, IReadOnlyList<StatisticsRow> Rows, Pages Pages, IReadOnlyList<(Guid Id, string Name)> Banks, int TooFew);
