using TrainingHub.Hosting;

namespace TrainingHub.Questions;

/// <summary>One's own changes of many questions.</summary>
/// <param name="Jobs">Those of this page, the newest first.</param>
/// <param name="Pages">Which page.</param>
public sealed record ChangesPage(IReadOnlyList<BankJob> Jobs, Pages Pages);
