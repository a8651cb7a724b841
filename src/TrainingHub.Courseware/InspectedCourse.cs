namespace TrainingHub.Courseware;

/// <summary>A course of a folder of courses, held against the others as well.</summary>
/// <param name="Folder">Name of its folder.</param>
/// <param name="Inspection">What is in it, with the problems that only the others show.</param>
public sealed record InspectedCourse(string Folder, CourseInspection Inspection);
