namespace TrainingHub.Questions;

/// <summary>评分要点: one thing that a written answer is marked for.</summary>
/// <param name="Text">What has to be there.</param>
/// <param name="Weight">Its share of the item's points, from 1, against the sum of all lines.</param>
public sealed record RubricLine(string Text, int Weight);
