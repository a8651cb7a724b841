namespace TrainingHub.Quizzes;

/// <summary>What saving a whole form led to, beside what was saved.</summary>
/// <param name="Conflicts">By item, what this form had chosen where another device had saved a newer answer; not overwritten.</param>
/// <param name="Refused">By item, what was sent and is no answer to it: a step used twice, a text too long.</param>
public sealed record SheetOutcome(IReadOnlyDictionary<int, string> Conflicts, IReadOnlyDictionary<int, string> Refused)
{
    /// <summary>Whether the attempt goes on in another browser, so that answers of this form were kept as refused.</summary>
    public bool IsTakenOver { get; init; }

    public bool IsSaved => Conflicts.Count is 0 && Refused.Count is 0;
}
