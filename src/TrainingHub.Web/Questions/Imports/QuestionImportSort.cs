namespace TrainingHub.Questions.Imports;

/// <summary>By what imports can be sorted.</summary>
public enum QuestionImportSort
{
    UploadedAt,
    FileName,
    Rows,
    Taken,
    State,
}
