namespace TrainingHub.Questions.Imports;

/// <summary>Names the resource files of this folder and of the folder Exports beside it.</summary>
public sealed class QuestionImportsText;
