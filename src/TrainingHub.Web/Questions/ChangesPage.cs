using TrainingHub.Hosting;

namespace TrainingHub.Questions;

/// <summary>One's own changes of many questions.</summary>
/// <param name="Filter">Which are asked for.</param>
/// <param name="Jobs">Those of this page.</param>
/// <param name="Pages">Which page.</param>
public sealed record ChangesPage(ChangesFilter Filter, IReadOnlyList<BankJob> Jobs, Pages Pages);
