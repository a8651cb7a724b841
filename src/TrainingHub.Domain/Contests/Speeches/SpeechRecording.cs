namespace TrainingHub.Contests.Speeches;

/// <summary>录音录像 of one entry: what is replaced or taken away is gone.</summary>
public sealed class SpeechRecording
{
    public required Guid EntryId { get; init; }
    public required byte[] Bytes { get; init; }
}
