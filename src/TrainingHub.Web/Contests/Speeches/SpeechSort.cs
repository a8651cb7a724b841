namespace TrainingHub.Contests.Speeches;

/// <summary>By what speech contests can be sorted.</summary>
public enum SpeechSort
{
    Until,
    Title,
    Standing,
}
