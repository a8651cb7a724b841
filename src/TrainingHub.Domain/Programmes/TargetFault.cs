namespace TrainingHub.Programmes;

/// <summary>What keeps a target from being set as somebody asks for it.</summary>
public enum TargetFault
{
    /// <summary>A percentage outside 1–100.</summary>
    PercentOutOfRange,
    /// <summary>No post is counted.</summary>
    NoPositions,
    /// <summary>No kind of organization is counted.</summary>
    NoKinds,
    /// <summary>No form of employment is counted.</summary>
    NoEmployments,
    /// <summary>A flag is asked for and excluded at once: nobody would be counted.</summary>
    FlagContradicts,
    /// <summary>The window ends before it begins.</summary>
    WindowBackwards,
    /// <summary>The roster day lies after the cut-off day.</summary>
    RosterAfterCutOff,
    /// <summary>The cut-off day lies before the window: nothing could ever count.</summary>
    CutOffBeforeWindow,
    /// <summary>The window and the programme's cycle have no day in common: nothing could ever count.</summary>
    OutsideCycle,
}
