namespace TrainingHub.Questions;

/// <summary>One part of a paper.</summary>
/// <param name="Kind">题型 of every question in it.</param>
/// <param name="Count">How many questions, from 1.</param>
/// <param name="Points">Whole points for each of them, from 1.</param>
public sealed record BlueprintSection(QuestionKind Kind, int Count, int Points);
