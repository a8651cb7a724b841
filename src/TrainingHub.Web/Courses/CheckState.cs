namespace TrainingHub.Courses;

/// <summary>Where a person stands with a lesson's check question.</summary>
public enum CheckState
{
    Unanswered,

    /// <summary>Answered, never rightly; can be tried again.</summary>
    Wrong,

    Right,

    /// <summary>Part of a paper that the person is answering now.</summary>
    Withheld,
}
