namespace TrainingHub.Quizzes;

/// <summary>By what the attempts at a quiz can be sorted.</summary>
public enum AttemptSort
{
    Started,
    Name,
    Number,
    Points,
}
