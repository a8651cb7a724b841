namespace TrainingHub.Contests.Speeches;

/// <summary>A speech contest and what the current person is in it.</summary>
/// <param name="TakesPart">Whether they hold a post in the unit that holds it, or below.</param>
public sealed record FoundSpeeches(SpeechContest Contest, bool IsManaged, bool IsJudge, bool TakesPart)
{
    /// <summary>Whether all entries with their speakers are shown.</summary>
    public bool ReadsEntries => IsManaged || IsJudge;
}
