namespace TrainingHub.Courses;

/// <summary>That a lesson is not finished yet although, or before, enough is answered rightly.</summary>
/// <param name="Until">First instant at which it may be finished, UTC.</param>
/// <param name="Reason">Why.</param>
public sealed record LessonHold(DateTime Until, LessonHoldReason Reason);

/// <summary>Why a lesson is held.</summary>
public enum LessonHoldReason
{
    /// <summary>As many answers were wrong as nobody gives who has read the lesson.</summary>
    ManyWrong,

    /// <summary>The answers came faster than their questions can be read.</summary>
    FasterThanReading,
}
