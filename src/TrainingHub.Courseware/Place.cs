namespace TrainingHub.Courseware;

/// <summary>Where a problem is: a path from the folder of all courses, and a line from 1.</summary>
internal readonly record struct Place(string File, int? Line);
