namespace TrainingHub.People.Imports;

/// <summary>Names the resource files of this folder and of the folder Transfers beside it.</summary>
public sealed class ImportsText;
