namespace TrainingHub.Questions;

/// <summary>What a change would make of one question.</summary>
/// <param name="Id">Of the question.</param>
/// <param name="QuestionId">As people know it.</param>
/// <param name="Title">Beginning of its stem.</param>
/// <param name="Changes">Name of a text and what it is about: from, to.</param>
/// <param name="Refusals">Names of texts that say what cannot be done; the rest is done all the same.</param>
public sealed record BulkPreviewRow(Guid Id, string QuestionId, string Title, IReadOnlyList<(string What, string From, string To)> Changes, IReadOnlyList<string> Refusals);
