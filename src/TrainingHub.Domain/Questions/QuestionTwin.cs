namespace TrainingHub.Questions;

/// <summary>Two questions of a list that are too near to each other.</summary>
/// <param name="Earlier">Place in the list, from 0.</param>
/// <param name="Later">Place in the list, from 0; after the earlier one.</param>
/// <param name="Kind">In what.</param>
public sealed record QuestionTwin(int Earlier, int Later, TwinKind Kind);
