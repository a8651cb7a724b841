namespace TrainingHub.Questions;

/// <summary>Which questions are changed at once.</summary>
/// <param name="Ids">Those chosen in the list; null for all that the filter finds.</param>
/// <param name="Filter">The list's filter.</param>
public sealed record BulkWhich(IReadOnlyList<Guid>? Ids, QuestionsFilter Filter);
