namespace TrainingHub.Questions.Imports;

/// <summary>An import in the list.</summary>
public sealed record QuestionImportLine(string Number, string FileName, string Format, string Unit, string UploadedBy, DateTime UploadedAt, QuestionImportState State, int Rows, int ToTake, int NotTaken);
