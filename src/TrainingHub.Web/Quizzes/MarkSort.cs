namespace TrainingHub.Quizzes;

/// <summary>By what written answers can be sorted; nothing that tells who wrote them or when.</summary>
public enum MarkSort
{
    State,
    Question,
    Code,
}
