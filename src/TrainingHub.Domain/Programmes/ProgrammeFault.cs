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
}
