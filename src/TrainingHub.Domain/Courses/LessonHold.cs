namespace TrainingHub.Courses;

/// <summary>That a lesson is not finished yet although, or before, enough is answered rightly.</summary>
/// <param name="Until">First instant at which it may be finished, UTC.</param>
/// <param name="Reason">Why.</param>
public sealed record LessonHold(DateTime Until, LessonHoldReason Reason);
