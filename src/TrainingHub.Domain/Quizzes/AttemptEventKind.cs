namespace TrainingHub.Quizzes;

/// <summary>What happened around an attempt. Stored by number: never renumber.</summary>
public enum AttemptEventKind
{
    /// <summary>It goes on in another browser; the one before can only read.</summary>
    TakenOver = 0,

    /// <summary>The page was left: another window, another tab, the screen switched off. Recorded and told to the person, with no consequence.</summary>
    Left = 1,

    /// <summary>An answer came from a browser in which the attempt does not go on: kept, not graded.</summary>
    Refused = 2,

    /// <summary>It was answered at a session, on paper and typed in afterwards or on the keeper's device; closing the session handed it in.</summary>
    AtSession = 3,

    /// <summary>What had been typed in of its paper was corrected after the session was closed; graded anew.</summary>
    Corrected = 4,
}
