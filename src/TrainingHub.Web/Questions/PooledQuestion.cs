namespace TrainingHub.Questions;

/// <summary>A published question of a bank, with use, difficulty and tags as they are now.</summary>
/// <param name="Question">The version that would be shown.</param>
/// <param name="Folders">Ids of the folder in which it lies and of those above that; empty outside of folders.</param>
public sealed record PooledQuestion(QuestionVersion Question, IReadOnlyCollection<Guid> Folders)
{
    /// <summary>Id under which it was first written; its own unless it is a copy.</summary>
    public required string Origin { get; init; }

    /// <summary>Whether its unit keeps it to itself: not drawn below it.</summary>
    public bool IsPrivate { get; init; }
}
