namespace TrainingHub.Quizzes.Arranged;

/// <summary>By what arranged quizzes can be sorted.</summary>
public enum QuizSort
{
    OpensAt,
    ClosesAt,
    Title,
    Standing,
}
