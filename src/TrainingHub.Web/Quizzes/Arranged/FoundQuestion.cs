using TrainingHub.Questions;

namespace TrainingHub.Quizzes.Arranged;

/// <summary>A question of the sources, to be chosen.</summary>
/// <param name="Name">As <see cref="QuestionName"/> writes itself.</param>
/// <param name="Title">Beginning of its stem.</param>
public sealed record FoundQuestion(string Name, string Title, QuestionKind Kind, int Difficulty);
