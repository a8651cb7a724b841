namespace TrainingHub.Quizzes;

/// <summary>Whose turn it is with a written answer, as one person who marks sees it.</summary>
public enum MarkTurn
{
    /// <summary>The person may mark it now, as the first, the second or the third.</summary>
    Yours,

    /// <summary>It is marked, and that may still be changed: by the person who did where two mark, by anybody where one does.</summary>
    Given,

    /// <summary>The person has marked it and somebody else has to decide.</summary>
    Others,

    /// <summary>Two or three have marked it: its points are decided.</summary>
    Settled,
}
