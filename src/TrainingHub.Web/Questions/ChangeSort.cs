namespace TrainingHub.Questions;

/// <summary>By what changes of many questions can be sorted.</summary>
public enum ChangeSort
{
    StartedAt,
    Total,
    Changed,
    Refused,
}
