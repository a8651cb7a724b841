namespace TrainingHub.Questions;

/// <summary>By what the banks' questions can be sorted.</summary>
public enum QuestionSort
{
    Changed,
    Id,
    Kind,
    Status,
    Difficulty,
}
