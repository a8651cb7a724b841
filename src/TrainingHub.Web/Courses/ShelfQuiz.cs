using TrainingHub.Questions;

namespace TrainingHub.Courses;

/// <summary>A quiz and the course version that it belongs to today.</summary>
public sealed record ShelfQuiz(Quiz Quiz, ShelfCourse Course);
