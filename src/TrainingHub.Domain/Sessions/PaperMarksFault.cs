namespace TrainingHub.Sessions;

/// <summary>Why the marks of a paper's written answers are not taken.</summary>
public enum PaperMarksFault
{
    /// <summary>More, less or something else was given than the rubric has.</summary>
    Unreadable,

    /// <summary>Something was answered and nothing given for it.</summary>
    Unmarked,

    /// <summary>Nobody is named who gave them.</summary>
    NoMarker,

    /// <summary>The session's last half-day has not begun: until then nobody reads the rubric.</summary>
    Early,

    /// <summary>Who types it in is answering the same questions, or has a paper of them.</summary>
    Answering,
}
