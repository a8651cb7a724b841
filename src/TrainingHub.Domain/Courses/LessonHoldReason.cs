namespace TrainingHub.Courses;

/// <summary>Why a lesson is held.</summary>
public enum LessonHoldReason
{
    /// <summary>As many answers were wrong as nobody gives who has read the lesson.</summary>
    ManyWrong,

    /// <summary>The answers came faster than their questions can be read, in a pool that luck may know.</summary>
    FasterThanReading,
}
