namespace TrainingHub.Contests.Speeches;

/// <summary>评委 of a speech contest.</summary>
public sealed class SpeechJudge
{
    public required Guid ContestId { get; init; }
    public required Guid PersonId { get; init; }
    public required DateTime AddedAt { get; init; }
    public required Guid AddedBy { get; init; }
}
