namespace TrainingHub.Quizzes;

/// <summary>An attempt that what was given to a unit has not reached yet.</summary>
internal sealed class GroupLeft
{
    public required Guid GroupId { get; init; }
    public required Attempt Attempt { get; init; }
}
