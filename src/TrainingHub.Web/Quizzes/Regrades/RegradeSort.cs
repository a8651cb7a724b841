namespace TrainingHub.Quizzes.Regrades;

/// <summary>By what the lines of a regrade can be sorted.</summary>
public enum RegradeSort
{
    Effect,
    Name,
    Old,
    New,
}
