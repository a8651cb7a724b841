namespace TrainingHub.Programmes;

/// <summary>What keeps a programme from being set as somebody asks for it.</summary>
public enum ProgrammeFault
{
    /// <summary>The cycle ends before it begins.</summary>
    CycleBackwards,
    /// <summary>A validity of less than one month or more than twenty years.</summary>
    ValidityOutOfRange,
    /// <summary>The certificate's heading reads like a licence that the law knows.</summary>
    StatutoryTitle,
    /// <summary>Neither a quiz nor hours nor an assessment.</summary>
    NothingAsked,
    /// <summary>More parts than <see cref="ProgrammeDemand.MostParts"/>.</summary>
    TooManyParts,
    SameQuizTwice,
    SameAssessmentTwice,
    SameDomainTwice,
    /// <summary>Hours of less than one minute or more than <see cref="ProgrammeDemand.MostHours"/>.</summary>
    HoursOutOfRange,
}
