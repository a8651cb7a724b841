namespace TrainingHub.Quizzes.Results;

/// <summary>By what the list of the absent can be sorted.</summary>
public enum AbsentSort
{
    Name,
    StaffNumber,
    Unit,
}
