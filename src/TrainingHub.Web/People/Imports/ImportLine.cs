namespace TrainingHub.People.Imports;

/// <summary>An import in the list.</summary>
public sealed record ImportLine(string Number, string FileName, string Unit, int MoreUnits, string UploadedBy, DateTime UploadedAt, ImportState State, ImportMode Mode, DateOnly EffectiveDay, int Rows, int NotWritten, int ToWrite);
