namespace TrainingHub.Assessments;

/// <summary>Names the resource files of this folder.</summary>
public sealed class AssessmentsText;
