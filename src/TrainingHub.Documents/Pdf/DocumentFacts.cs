namespace TrainingHub.Documents;

/// <summary>
/// What a PDF says about itself. The day comes from the facts, not from the clock: the same facts give the same bytes.
/// </summary>
/// <param name="Language">As in <c>zh-CN</c>.</param>
public sealed record DocumentFacts(string Title, DateOnly CreatedOn, string Language = "zh-CN");
