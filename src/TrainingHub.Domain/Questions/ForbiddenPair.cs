namespace TrainingHub.Questions;

/// <summary>互斥题: two questions that never stand on one paper, because one gives the other away or asks the same.</summary>
public sealed record ForbiddenPair(QuestionName First, QuestionName Second);
