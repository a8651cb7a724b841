namespace TrainingHub.Quizzes;

/// <summary>计分方式: which of a person's attempts counts. Stored by number: never renumber.</summary>
public enum CountingAttempt
{
    /// <summary>The one with the most points of its full points; of equals the earlier.</summary>
    Best = 0,
    First = 1,
    Last = 2,
}
