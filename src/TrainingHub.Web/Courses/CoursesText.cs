namespace TrainingHub.Courses;

/// <summary>Names the resource files of this folder.</summary>
public sealed class CoursesText;
